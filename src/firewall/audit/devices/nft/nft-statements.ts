/** Reads one rule of nftables' text: its conditions and what it does. */
import {lookUp} from '../../../../text/look-up.ts'
import {type Cursor, textOf} from './nft-cursor.ts'
import {readCondition, readKeys} from './nft-matches.ts'
import type {NftExpression} from './nft-ruleset.ts'
import type {NftToken} from './nft-tokens.ts'
import {readAction} from './nft-verdicts.ts'

/** Statements that let a packet go on as it is, with how many words may follow. */
const quiet: Readonly<Record<string, readonly string[]>> = {
  counter: ['packets', 'bytes', 'name'],
  log: ['prefix', 'level', 'group', 'flags', 'snaplen', 'queue-threshold'],
  comment: [],
  notrack: [],
  continue: [],
}

export function readStatements(tokens: readonly NftToken[]): NftExpression[] {
  const read: Cursor = {tokens, at: 0}
  const found: NftExpression[] = []
  while (read.at < tokens.length) {
    const expression = readOne(read)
    if (expression !== null) found.push(...expression)
  }
  return found
}

function readOne(read: Cursor): NftExpression[] | null {
  const start = read.at
  const first = textOf(read)
  const action = readAction(read)
  if (action !== null) {
    // What stands behind it says how it is done: the answer of a reject, the address of a translation.
    read.at = read.tokens.length
    return [{kind: 'action', action}]
  }
  const options = lookUp(quiet, first)
  if (options !== undefined) {
    read.at += 1
    if (first === 'comment') read.at += 1
    while (options.includes(textOf(read))) read.at += 2
    while (first === 'log' && textOf(read) === ',') read.at += 2
    if (first === 'counter' && read.tokens[read.at]?.kind === 'quoted') read.at += 1
    return null
  }
  if (skipSetting(read)) return null
  const rate = skipRate(read)
  if (rate !== null) return [{kind: 'unsure', why: `“${rate}” is not told`}]
  const keys = readKeys(read)
  if (keys !== null) {
    const condition = readCondition(read, keys)
    if (condition !== null) return condition
  }
  read.at = start
  return unread(read)
}

const settingRE =
  /^(?:(?:meta|ct) (?:mark|priority|pkttype|helper|timeout|label|zone) set (?:(?:meta|ct) )?|tcp option maxseg size set (?:rt )?)/

/** A mark, a class or a segment size that is written changes nothing of what a packet is told by here. */
function skipSetting(read: Cursor): boolean {
  const ahead = read.tokens.slice(read.at, read.at + 8).map((token) => token.text)
  const [setting] = settingRE.exec(`${ahead.join(' ')} `) ?? []
  if (setting === undefined) return false
  read.at += setting.trim().split(' ').length + 1
  return true
}

const rateRE =
  /^(?:limit rate (?:over )?\S+(?: \S+\/\S+)?(?: burst \d+ \w+)?|quota (?:over |until )?\d+ \w+(?: used \d+ \w+)?|ct count (?:over )?\d+) /

/** Takes a condition that depends on the traffic before; null where there is none. */
function skipRate(read: Cursor): string | null {
  const ahead = read.tokens.slice(read.at, read.at + 9).map((token) => token.text)
  const [rate] = rateRE.exec(`${ahead.join(' ')} `) ?? []
  if (rate === undefined) return null
  read.at += rate.trim().split(' ').length
  return rate.trim()
}

/** What isn't known, up to what the rule does in the end. */
function unread(read: Cursor): NftExpression[] {
  const rest = read.tokens.slice(read.at)
  const said = rest.map((token) => token.text).join(' ')
  const why: NftExpression = {kind: 'unsure', why: `“${said.slice(0, 60)}” is not told`}
  let depth = 0
  for (const [at, token] of rest.entries()) {
    if (token.kind === 'symbol' && token.text !== ',') depth += token.text === '{' ? 1 : -1
    if (depth !== 0 || token.kind !== 'word') continue
    const own: Cursor = {tokens: rest, at}
    const action = readAction(own)
    if (action === null) continue
    read.at = read.tokens.length
    return [why, {kind: 'action', action}]
  }
  read.at = read.tokens.length
  // Whatever it does, it may decide.
  return [why, {kind: 'action', action: {do: 'unknown'}}]
}
