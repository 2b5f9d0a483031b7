/** The verdicts of nftables: what each of them does, and how one is read from its words. */
import {lookUp} from '../../../../text/look-up.ts'
import type {Action} from '../../device.ts'
import {type Cursor, textOf} from './nft-cursor.ts'

/** What a verdict does with a packet, by its word in both forms of a ruleset. */
export const nftVerdicts: Readonly<Record<string, Exclude<Action, {chain: string}>['do']>> = {
  accept: 'allow',
  drop: 'deny',
  reject: 'deny',
  return: 'return',
  // The address of the sender is changed behind all that judges.
  masquerade: 'allow',
  snat: 'allow',
  // The receiver is another one afterwards.
  dnat: 'unknown',
  redirect: 'unknown',
  tproxy: 'unknown',
  queue: 'unknown',
  synproxy: 'unknown',
  fwd: 'unknown',
}

/** Takes the words of a verdict, with the chain that it jumps to; null where none is next. */
export function readAction(cursor: Cursor): Action | null {
  if (cursor.tokens[cursor.at]?.kind !== 'word') return null
  const word = textOf(cursor)
  if (word === 'jump' || word === 'goto') {
    const chain = textOf(cursor, 1)
    cursor.at += 2
    return {do: word, chain}
  }
  const verdict = lookUp(nftVerdicts, word)
  if (verdict === undefined) return null
  cursor.at += 1
  return {do: verdict}
}
