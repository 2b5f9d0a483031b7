/** Elements in cells whose text the page doesn't hold: a browser, a script or a documentation system puts it there. */
import {html} from 'parse5'
import {createFinder} from '../text-finder.ts'
import type {IncludeMark} from './include-marks.ts'

/** Elements of HTML; those that its parser treats like any other are not among its own names. */
const known: ReadonlySet<string> = new Set([
  ...Object.values(html.TAG_NAMES),
  ...[
    'abbr',
    'acronym',
    'audio',
    'bdi',
    'bdo',
    'blink',
    'canvas',
    'cite',
    'data',
    'del',
    'dfn',
    'ins',
    'kbd',
  ],
  ...['legend', 'map', 'mark', 'meter', 'output', 'picture', 'progress', 'q', 'samp', 'time', 'video'],
])
/** What these show stands elsewhere, whatever they hold. */
const hollow: ReadonlySet<string> = new Set(['object', 'iframe', 'embed', 'applet', 'template'])
/** Attributes by which an element takes its text from elsewhere. */
const fromElsewhereRE =
  /\s(?:[\w-]*include[\w-]*|con(?:key)?ref|hx-get|v-(?:html|text)|x-(?:html|text)|(?:data-)?ng-bind(?:-html)?)(?=[\s=/>]|$)/i
/** A component whose text or title a reader sees is known by it. */
const ownTextRE = /\s(?:text|title|name|label|header)\s*=\s*["'{]/

const nameRE = /<([a-z][\w.:-]{0,60})/gi
const tagRE = /<[\w.:-]+(\s[^<>]{0,500}?)?(\/?)>/y
/** Where a cell ends at the latest. */
const cellEndRE = /\||<\/?(?:td|th|tr|table|tbody)[\s>]/gi
/** An address between angle brackets (CommonMark 0.31, 6.5), and a reference of DocFX. */
const addressRE = /^[a-z][a-z0-9+.-]+:/i
/** Drawings and formulas have elements of their own. */
const foreignRE = /<(?:svg|math)[\s>]/i
const openForeignRE = /<(svg|math)[\s>](?![\s\S]*<\/\1>)/i

const LONGEST_CELL = 5000

/** `isText` asks whether a tag belongs to what stands around it, as in `<server>.example.com`. */
export function unknownElements(
  text: string,
  isText: (start: number, end: number) => boolean,
): IncludeMark[] {
  const marks: IncludeMark[] = []
  const mayTake = fromElsewhereRE.test(text)
  const mayDraw = foreignRE.test(text)
  const closeOf = closingTags(text)
  for (const {index, 1: written = ''} of text.matchAll(nameRE)) {
    const name = written.toLowerCase()
    const isHollow = hollow.has(name)
    if (!isHollow && !mayTake && known.has(name)) continue
    tagRE.lastIndex = index
    const [tag, attributes = '', slash] = tagRE.exec(text) ?? ['']
    const isElsewhere = isHollow || (attributes !== '' && fromElsewhereRE.test(attributes))
    if (tag === '' || (!isElsewhere && known.has(name))) continue
    const end = index + tag.length
    if (text.charAt(index - 1) === '\\' || (written !== name && ownTextRE.test(tag))) continue
    const close = slash === '' ? closeOf(name, end) : null
    if (addressRE.test(name) && slash === '' && attributes === '' && close === null) continue
    if (!isElsewhere && mayDraw && openForeignRE.test(text.slice(Math.max(0, index - LONGEST_CELL), index)))
      continue
    const isAlone = !isElsewhere && slash === '' && close === null
    const isHeld = close !== null && text.slice(end, close.start).trim() !== ''
    if ((!isElsewhere && isHeld) || (isAlone && isText(index, end))) continue
    marks.push({
      start: index,
      end: close?.end ?? end,
      // What else stands in a tag may be code.
      target: `<${written}>`,
      isUnknown: true,
      ...(isAlone ? {mayBeText: true} : {}),
    })
  }
  return marks
}

/** The closing tag of an element in the rest of its cell; null where it has none. Offsets ascend. */
function closingTags(text: string): (name: string, from: number) => {start: number; end: number} | null {
  const small = text.toLowerCase()
  const finders = new Map<string, (from: number) => number>()
  let stop = -1
  return (name, from) => {
    const next = finders.get(name) ?? createFinder(small, `</${name}`)
    finders.set(name, next)
    const start = next(from)
    if (start === -1 || start - from > LONGEST_CELL) return null
    if (stop < from) {
      cellEndRE.lastIndex = from
      stop = cellEndRE.exec(text)?.index ?? text.length
    }
    const end = start < stop ? text.indexOf('>', start) : -1
    return end === -1 ? null : {start, end: end + 1}
  }
}
