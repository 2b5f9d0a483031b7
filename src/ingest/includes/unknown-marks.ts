/** Marks in cells of tables that stand for a text which the page doesn't hold and no file gives: short codes, values, components. */
import type {IncludeMark} from './include-marks.ts'

/** A document without any of these has no such marks. */
const hintRE = /\{\{|<[A-Z]\w*(?:\s[^<>]*)?\/>|\{[A-Za-z_$][\w$.]*\}/

/** A short code whose text or title a reader sees is known by it. */
const ownTextRE = /\s(?:text|title|name|label|header)\s*=\s*["'{]/
/** A line break and an icon say nothing, and a reference stands for an address. */
const emptyRE = /^\{\{[<%]-?\s*(?:br|ref|relref|icon|anchor|feature-state)\b/

const markRE =
  /\{\{[<%](?<code>(?:[^{}]|\{(?!\{)|\}(?!\})){1,500}?)[>%]\}\}|\{\{(?<value>[^{}\n]{1,200})\}\}|<(?<tag>[A-Z]\w{0,60})(?:\s[^<>]{0,300})?\/>|(?<!\{)\{(?<name>[A-Za-z_$][\w$.]{0,60})\}(?!\})/g

/** Names that a page of MDX imports or exports. */
const namesRE = /^(?:export\s+(?:const|let|var|function)\s+(\w+)|import\s+(?:(\w+)|\{([^{}]+)\})\s+from)/gm

/** Those of a text, as marks of what nobody can read. `isInCell` asks whether a mark stands in a cell. */
export function unknownMarks(text: string, isInCell: (mark: IncludeMark) => boolean): IncludeMark[] {
  if (!hintRE.test(text)) return []
  const names = new Set(
    [...text.matchAll(namesRE)].flatMap(([, exported, imported, list = '']) =>
      [exported, imported, ...list.split(',').map((each) => each.split(' as ').at(-1)?.trim())].filter(
        (name) => name !== undefined && name !== '',
      ),
    ),
  )
  const closed = closedIn(text)
  return [...text.matchAll(markRE)].flatMap(({index, 0: piece, groups}) => {
    const mark: IncludeMark = {start: index, end: index + piece.length, target: piece, isUnknown: true}
    const name = groups?.['name']
    const isValue = name === undefined || names.has(name.split('.')[0])
    const isLink = /["'=]/.test(text.charAt(index - 1))
    const isTarget = /\]\([^()\s]*$/.test(text.slice(Math.max(0, index - 200), index))
    const isPair = groups?.['code'] !== undefined && isOfPair(groups['code'], closed)
    const isKnown = ownTextRE.test(piece) || emptyRE.test(piece) || isPair || isLink || isTarget
    return isValue && !isKnown && isInCell(mark) ? [mark] : []
  })
}

/** Names of short codes that a text closes: `{{< note >}}…{{< /note >}}` is around a text that the page holds. */
const closedIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\{\{[<%]-?\s*\/\s*([\w.-]+)/g)].map(([, name = '']) => name))

/** Whether a short code opens or closes a pair. */
function isOfPair(code: string, closed: ReadonlySet<string>): boolean {
  const [, slash = '', name = ''] = /^-?\s*(\/?)\s*([\w.-]+)/.exec(code) ?? []
  return slash !== '' || closed.has(name)
}
