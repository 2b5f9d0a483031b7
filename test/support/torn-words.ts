/** Words and numbers that a page tears at the end of a line; runs in the page, so it uses nothing from outside itself. */

export interface Torn {
  /** Words of Chinese and Japanese in titles, contents, heads and controls: what is read in one look. */
  words: string[]
  /** Numbers anywhere: half a port would be read as another. */
  numbers: string[]
}

export function tornWords(labels: string): Torn {
  // What is far below is laid out late.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* {content-visibility: visible !important}')
  document.adoptedStyleSheets.push(sheet)
  const words = new Set<string>()
  const numbers = new Set<string>()
  const digitRE = /\d/
  const segmenters = new Map<string, Intl.Segmenter>()
  const segmenterOf = (lang: string): Intl.Segmenter => {
    const made = segmenters.get(lang) ?? new Intl.Segmenter(lang, {granularity: 'word'})
    segmenters.set(lang, made)
    return made
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  // Pieces of a title are texts of their own, parted by places to break, so that each is looked at alone.
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    const text = node.textContent ?? ''
    if (parent === null || text.trim() === '' || !parent.checkVisibility({checkOpacity: true})) continue
    if (parent.closest('.vh, script, style, pre, code, option') !== null) continue
    const lang = parent.closest<HTMLElement>('[lang]')?.lang ?? ''
    const starts = new Set<number>()
    const range = document.createRange()
    let before: DOMRect | undefined
    for (let at = 0; at < text.length; at++) {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const place = range.getBoundingClientRect()
      if (place.width === 0) continue
      if (before !== undefined && place.top > before.bottom - 2) {
        starts.add(at)
        if (digitRE.test(text.charAt(at)) && digitRE.test(text.charAt(at - 1)))
          numbers.add(`${text.slice(0, at)}|${text.slice(at)}`)
      }
      before = place
    }
    if (starts.size === 0 || !/^(?:zh|ja)/.test(lang) || parent.closest(labels) === null) continue
    for (const {segment, index} of segmenterOf(lang).segment(text))
      for (let at = index + 1; at < index + segment.length; at++)
        if (starts.has(at)) words.add(`${segment.slice(0, at - index)}|${segment.slice(at - index)}: ${text}`)
  }
  return {words: [...words], numbers: [...numbers]}
}
