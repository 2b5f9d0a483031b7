/**
 * The checks that make sense for a sentence of prose, and of their alarms those that can be believed there: prose chooses
 * its words more freely than a table, so a missing word proves little, and not every number is a port.
 */

import {bracket} from '../checks/bracket.ts'
import {direction} from '../checks/direction.ts'
import {endpoint, lostRoles} from '../checks/endpoint.ts'
import {fileOrCommand} from '../checks/file-or-command.ts'
import {negation} from '../checks/negation.ts'
import {portNumber} from '../checks/port-number.ts'
import {portRange} from '../checks/port-range.ts'
import {protocolToken} from '../checks/protocol-token.ts'
import {transport} from '../checks/transport.ts'
import {wordOrder} from '../checks/word-order.ts'
import {wrongLanguage} from '../checks/wrong-language.ts'
import {isGrave} from '../publish/fixes.ts'
import {denialIn} from '../reading/denial/denial.ts'
import {readNumbers} from '../reading/numbers.ts'
import {type Alarm, alarmsOf} from './ask.ts'
import type {Asked, Check} from './check.ts'

const isLost = ({report}: Alarm): boolean => report.expected !== ''

/** When an alarm of a check is believed in prose. */
const believed = new Map<Check, (alarm: Alarm, asked: Asked) => boolean>([
  [portRange, () => true],
  [portNumber, (alarm, asked) => isLost(alarm) && isPort(alarm.report.expected, asked)],
  [transport, () => true],
  [protocolToken, isLost],
  // Prose says "the server" where the English repeats its role.
  [endpoint, ({report}, asked) => lostRoles(asked).every(({expected}) => expected !== report.expected)],
  // A direction that is said by another word is no error; one that is turned round is.
  [direction, ({report}) => report.actual !== ''],
  // One “not” of two may stand in the next sentence of the translation.
  [negation, (alarm, asked) => isLost(alarm) && !isDenied(asked)],
  [wrongLanguage, () => true],
  [fileOrCommand, ({report}) => isLost({check: fileOrCommand, report}) && !isAddress(report.expected)],
  [wordOrder, () => true],
  [bracket, isGrave],
])

const checks: readonly Check[] = [...believed.keys()]

const isDenied = ({target, context}: Asked): boolean => denialIn(target.folded, context.lexicon).nots > 0

/** Alarms about a sentence of prose, the gravest first. */
export const proseAlarmsOf = (asked: Asked): Alarm[] =>
  alarmsOf(asked, checks).filter((alarm) => believed.get(alarm.check)?.(alarm, asked))

const isAddress = (text: string): boolean => /^(?:https?:|\.{0,2}\/)/i.test(text)

const PORT_WORDS = new Set(['port', 'tcp', 'udp'])
/** So many words may stand between "port" and its number: "port range of 50,000". */
const NEAR = 3

/** The number is a port of the English: in a range or a path, or near "port", "TCP" or "UDP". */
const isPort = (expected: string, {english}: Asked): boolean => {
  const values = new Set(readNumbers(expected, [',', ' ', '.']).map(({value}) => value))
  const {words, singulars, slashGroups, ranges, numbers} = english
  if (ranges.some(({low, high}) => values.has(low) || values.has(high))) return true
  if (slashGroups.some(({parts}) => parts.some((part) => values.has(Number(part))))) return true
  return numbers
    .filter(({value}) => values.has(value))
    .some(({start}) => {
      const next = words.findIndex((word) => word.start > start)
      const at = next === -1 ? words.length : next
      return singulars.slice(Math.max(0, at - NEAR), at + 1).some((word) => PORT_WORDS.has(word))
    })
}
