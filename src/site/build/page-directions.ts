/**
 * Writing directions of a built page: where a language of the other direction stands in it, its element says so, and in text
 * from right to left names, ports and code keep their order.
 */
import {withoutReferences} from '../../search/index/prose-records.ts'
import {htmlText} from '../../text/html-text.ts'
import {directionPieces} from '../../text/left-to-right.ts'
import {textDirection} from '../../text/text-direction.ts'

type Direction = 'ltr' | 'rtl'

interface Open {
  name: string
  direction: Direction
  /** Its texts are no text of a page, or hold no elements. */
  closed: boolean
}

/** A tag, or a comment or declaration; attributes may hold `>`. */
const tagRE = /<(?:!--[\s\S]*?--|!|\/)?([a-zA-Z][\w-]*)?(?:"[^"]*"|'[^']*'|[^'">])*>/g
const languageRE = /\slang="([^"]+)"/
const directionRE = /\sdir="(ltr|rtl)"/
const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
])
const closed = new Set(['head', 'option', 'script', 'style', 'svg', 'template', 'textarea', 'title'])
/** Never written from right to left, whatever language stands around them. */
const code = new Set(['code', 'kbd', 'pre', 'samp'])

/** A page without any text from right to left, as most are, stays as it is. */
export function directedHtml(html: string): string {
  if (![...html.matchAll(/\slang="([^"]+)"/g)].some(([, lang = '']) => textDirection(lang) === 'rtl'))
    return html
  const open: Open[] = [{name: '', direction: 'ltr', closed: false}]
  let written = ''
  let done = 0
  for (const match of html.matchAll(tagRE)) {
    const [tag, name = ''] = match
    const here = open.at(-1)
    if (here === undefined) break
    written += shownText(html.slice(done, match.index), here)
    done = match.index + tag.length
    if (isText(here.name) && tag !== `</${here.name}>`) written += tag
    else if (name === '' || tag.startsWith('<!')) written += tag
    else if (tag.startsWith('</')) {
      const from = open.findLastIndex((each) => each.name === name)
      if (from > 0) open.length = from
      written += tag
    } else {
      const own = directionOf(tag, name, here)
      written +=
        own === here.direction || directionRE.test(tag)
          ? withAutomatic(tag, name, here)
          : withDirection(tag, name, own)
      if (!empty.has(name) && !tag.endsWith('/>'))
        open.push({name, direction: own, closed: here.closed || closed.has(name)})
    }
  }
  return written + html.slice(done)
}

/** Of elements whose content is no markup. */
const isText = (name: string): boolean => name === 'script' || name === 'style'

function directionOf(tag: string, name: string, {direction}: Open): Direction {
  const stated = directionRE.exec(tag)?.[1]
  if (stated === 'ltr' || stated === 'rtl') return stated
  if (code.has(name)) return 'ltr'
  const language = languageRE.exec(tag)?.[1]
  return language === undefined ? direction : textDirection(language)
}

const withDirection = (tag: string, name: string, direction: Direction): string =>
  `<${name} dir="${direction}"${tag.slice(name.length + 1)}`

/** What a reader types may be a port or words. */
const withAutomatic = (tag: string, name: string, {direction}: Open): string =>
  name === 'input' && direction === 'rtl' && !/\s(?:dir=|type="(?:checkbox|radio|file|hidden)")/.test(tag)
    ? `<input dir="auto"${tag.slice(name.length + 1)}`
    : tag

function shownText(text: string, {direction, closed: isClosed}: Open): string {
  if (direction === 'ltr' || isClosed || text.trim() === '') return text
  return directionPieces(withoutReferences(text))
    .map((piece) => (piece.apart ? `<bdi>${htmlText(piece.text)}</bdi>` : htmlText(piece.text)))
    .join('')
}
