/** Inline Markdown of both languages of a paragraph: spans told apart, raw HTML turned into Markdown or dropped. */

import {SideTracker, tagEnd} from '../html/span-tags.ts'
import {isSpanTag, readSpan} from '../marked-text.ts'
import {indexWithin} from '../text-finder.ts'
import {foldWhiteSpace, joinEnglish} from '../white-space.ts'

const LESS = 60

export interface Inline {
  /** English Markdown; null when there is none. */
  english: string | null
  /** Localized Markdown. */
  markdown: string
  /** Offset of the first localized text (of the first text at all, when none is localized). */
  at: number | null
}

/** HTML that has a sign in Markdown; other known tags are dropped, unknown ones are text such as `<domain>`. */
const characters = new Map([
  ['strong', '**'],
  ['b', '**'],
  ['em', '*'],
  ['i', '*'],
  ['code', '`'],
])
const droppedRE =
  /^(?:a|abbr|acronym|address|article|aside|audio|bdi|bdo|big|blockquote|body|br|button|caption|center|cite|col|colgroup|dd|del|details|dfn|div|dl|dt|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|noscript|object|ol|option|p|pre|q|s|samp|script|section|select|small|source|span|strike|style|sub|summary|sup|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr)$/
const nameRE = /<\/?([a-z][a-z0-9-]*)/iy

/** Reads the lines of one block; they are joined with a space. */
export function readInline(text: string, lines: readonly {start: number; end: number}[]): Inline {
  const tracker = new SideTracker()
  const english: string[] = []
  let markdown = ''
  let firstTarget: number | null = null
  let firstAny: number | null = null
  let fresh = true
  const add = (part: string, at: number): void => {
    const blank = part.trim() === ''
    if (!blank) firstAny ??= at + part.length - part.trimStart().length
    if (tracker.side === 'source') {
      if (fresh) english.push('')
      fresh = false
      english.push((english.pop() ?? '') + part)
      return
    }
    if (!blank) firstTarget ??= at + part.length - part.trimStart().length
    markdown += part
  }
  for (const [index, {start, end}] of lines.entries()) {
    if (index > 0) add('\n', start)
    let from = start
    for (let at = indexWithin(text, LESS, start, end); at !== -1; at = indexWithin(text, LESS, at, end)) {
      const span = isSpanTag(text, at) ? readSpan(text, at, end) : null
      if (span) {
        add(text.slice(from, at), from)
        tracker.tag(span)
        if (span.kind === 'source') fresh = true
        from = span.end
        at = span.end
        continue
      }
      const close = tagEnd(text, at, end)
      nameRE.lastIndex = at
      const name = close === -1 ? undefined : nameRE.exec(text)?.[1]?.toLowerCase()
      if (name === undefined) {
        at++
        continue
      }
      const replaced = replacement(name, text.slice(at, close))
      add(text.slice(from, at), from)
      if (replaced !== '') add(replaced, at)
      from = close
      at = close
    }
    add(text.slice(from, end), from)
  }
  const joined = joinEnglish(english)
  return {
    english: joined === '' ? null : joined,
    markdown: foldWhiteSpace(markdown),
    at: firstTarget ?? firstAny,
  }
}

/** What stands for a raw HTML tag in Markdown. */
function replacement(name: string, tag: string): string {
  const character = characters.get(name)
  if (character !== undefined) return character
  if (name === 'br' || name === 'p' || name === 'li' || name === 'div') return ' '
  if (name === 'img') return imageOf(tag)
  if (droppedRE.test(name)) return ''
  // A placeholder such as <domain>, or an address in angle brackets: text of the author, kept and made harmless.
  return /^<\/?[a-z][a-z0-9+.-]*:/i.test(tag) ? tag : tag.replace('<', '\\<')
}

function imageOf(tag: string): string {
  const source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)
  const alternative = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)
  const address = source?.[1] ?? source?.[2]
  return address === undefined ? '' : `![${alternative?.[1] ?? alternative?.[2] ?? ''}](<${address}>)`
}

/** Markdown taken off: what a heading or title says as plain text. */
export function plainMarkdown(markdown: string): string {
  let plain = markdown
  for (const [re, to] of plainRules) plain = plain.replace(re, to)
  return foldWhiteSpace(plain)
}

const plainRules: [RegExp, string][] = [
  [/!?\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '$1'],
  [/(\*\*|__|`)/g, ''],
  [/(^|[\s(（「])[*_](?=\S)/g, '$1'],
  [/([^\s\\])[*_](?=$|[\s)）」,.;:，。、：])/g, '$1'],
  [/\\([!-/:-@[-`{-~])/g, '$1'],
]
