/** Ends that are written as themselves: addresses, ranges of them, networks and names of hosts. */
import {linesOf, plainText} from '../../text/cell-structure.ts'

const addressRE = /^[0-9a-f.:]+(?:\/[0-9]{1,3})?(?:\s?[-–]\s?[0-9a-f.:]+)?$/iu

/** A dot or colons alone, as in `:443`, are no address. */
const joinedRE = /[0-9a-f][.:]{1,2}[0-9a-f]|::/iu

/** A name may end in the dot of its root. */
const hostNameRE = /^[a-z0-9_*-]+(?:\.[a-z0-9_*-]+)*\.[a-z]{2,24}\.?$/iu

/** Whether a text is an address, a range of addresses, a network or the name of a host, and nothing else. */
export const isLiteral = (text: string): boolean =>
  (joinedRE.test(text) && addressRE.test(text)) || hostNameRE.test(text)

/** The one form of a literal: `Host.Example.` → `host.example`. */
export const literalId = (text: string): string => text.toLowerCase().replace(/\s|\.$/gu, '')

const separatorRE = /[\s,;،؛、，；&]+/u

/** The literals of a cell that holds nothing else but words that join them, in any number; none for another cell. */
export function literalsOf(read: string, conjunctions: ReadonlySet<string>): string[] {
  const parts = linesOf(read)
    .flatMap((line) =>
      plainText(line)
        .replace(/(?<=[0-9a-f])\s+[-–]\s+(?=[0-9a-f:])/giu, '-')
        .split(separatorRE),
    )
    .filter((part) => part !== '' && !conjunctions.has(part.toLowerCase()))
  return parts.every(isLiteral) ? [...new Set(parts.map(literalId))] : []
}
