/** A place in the tokens of a rule of nftables, and what is read from there on whatever it means. */
import type {NftToken} from './nft-tokens.ts'

export interface Cursor {
  tokens: readonly NftToken[]
  at: number
}

/** The text of the token that comes `ahead` of the next one; empty behind the last. */
export const textOf = ({tokens, at}: Cursor, ahead = 0): string => tokens[at + ahead]?.text ?? ''

/** `value . value`, with the spaces of a range taken out. */
export function readTuple(read: Cursor): string[] {
  const members = [textOf(read)]
  read.at += 1
  while (textOf(read) === '.') {
    members.push(textOf(read, 1))
    read.at += 2
  }
  return members
}

/** The tokens between braces, of which the first is next. */
export function readBraced(read: Cursor): NftToken[] | null {
  const start = read.at + 1
  let depth = 0
  for (; read.at < read.tokens.length; read.at++) {
    const {kind, text: symbol} = read.tokens[read.at] ?? {kind: 'end', text: ''}
    if (kind === 'symbol') depth += symbol === '{' ? 1 : symbol === '}' ? -1 : 0
    if (depth > 0) continue
    read.at += 1
    return read.tokens.slice(start, read.at - 1)
  }
  return null
}
