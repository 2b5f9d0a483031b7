/**
 * A document without the markup of documentation systems: as many characters, so that each place stays what it is, and
 * blanks where markup stood. The readers of prose and tables then see what a reader of the page sees.
 */
import {codeRanges} from './code-ranges.ts'
import {withoutComponents} from './components.ts'
import {markupRules} from './markup-rules.ts'
import {blanked} from './rule.ts'

export interface PlainDocument {
  text: string
  /** How many pieces of each kind were left out. */
  left: ReadonlyMap<string, number>
}

const componentRE = /<\/?[A-Z]/
const hardBreakRE = /(?<=\S[ \t]?)\\(?=\r?\n)/g

/** @param from where the body starts: front matter is left as it is */
export function withoutMarkup(text: string, from: number): PlainDocument {
  const left = new Map<string, number>()
  const rules = markupRules.filter(({marker}) => text.includes(marker, from))
  const hasComponents = componentRE.test(text)
  if (rules.length === 0 && !hasComponents && !text.includes('\\\n') && !text.includes('\\\r\n'))
    return {text, left}
  const isCode = codeRanges(text)
  let plain = text
  for (const {name, marker, find, lead = ''} of rules) {
    if (!plain.includes(marker, from)) continue
    plain = plain.replace(find, (piece: string, ...rest: unknown[]) => {
      const [first, second] = rest
      const [kept, offset] = typeof first === 'number' ? ['', first] : [String(first ?? ''), Number(second)]
      if (offset < from || isCode(offset + (piece.length - piece.trimStart().length))) return piece
      left.set(name, (left.get(name) ?? 0) + 1)
      return blanked(piece, kept, lead)
    })
  }
  if (hasComponents) {
    const {text: without, count} = withoutComponents(plain, (offset) => offset < from || isCode(offset))
    plain = without
    if (count > 0) left.set('components', count)
  }
  plain = plain.replace(hardBreakRE, (marker: string, offset: number) => (isCode(offset) ? marker : ' '))
  return {text: plain, left}
}
