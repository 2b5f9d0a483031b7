/** Finds the one arrow of a text: `Console --> Client`, `A <- B`, `A ⇔ B`, `-- >`. */

export interface Arrow {
  /** From what stands before to what stands after, the other way round, or both. */
  way: 'there' | 'back' | 'both'
  before: string
  after: string
}

const bothRE = /<\s?[-–—=]+\s?>|[↔⇔⟷⟺⇄⇆⇋⇌⬌]/u
const thereRE = /[-–—=]+\s?>|[→⇒⟶⟹➔➙➛➜➝➞➡⇨🡒►▶]\ufe0f?/u
const backRE = /<\s?[-–—=]+|[←⇐⟵⟸⬅⇦🡐◄◀]\ufe0f?/u
const arrowRE = new RegExp(`${bothRE.source}|${thereRE.source}|${backRE.source}`, 'gu')

/** Whether a text holds any arrow. */
export const hasArrow = (text: string): boolean =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').search(arrowRE) !== -1

/** null for a text without an arrow, or with several. */
export function arrowIn(marked: string): Arrow | null {
  const text = marked.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  const [arrow, other] = [...text.matchAll(arrowRE)]
  if (arrow === undefined || other !== undefined) return null
  const [glyph] = arrow
  const way = bothRE.test(glyph) ? 'both' : thereRE.test(glyph) ? 'there' : 'back'
  return {
    way,
    before: text.slice(0, arrow.index).trim(),
    after: text.slice(arrow.index + glyph.length).trim(),
  }
}
