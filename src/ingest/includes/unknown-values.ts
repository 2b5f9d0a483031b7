/** Values of templates, directives and entities in cells, for which a documentation system puts a text that the page doesn't hold. */
import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {IncludeMark} from './include-marks.ts'

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_.\-]{0,60}`

/** Never text, whatever stands around them. */
const directives: readonly string[] = [
  // Short codes of Hugo; values of Liquid, Jinja, Vue and Handlebars
  String.raw`\{\{[<%](?:[^{}]|\{(?!\{)|\}(?!\})){1,500}?[>%]\}\}`,
  String.raw`\{\{[^{}\n]{1,200}\}\}`,
  // Tags of Liquid, Jinja and Markdoc; embedded Ruby and JavaScript; processing instructions
  String.raw`\{%[^{}%\n]{1,300}%\}`,
  String.raw`<%[^%<>\n]{1,300}%>`,
  String.raw`<\?[^<>\n]{1,300}\?>`,
  // What wikis and notebooks put in from another page
  String.raw`!\[\[[^\]\n|]{1,300}\]\]|\[\[!include\b[^\]\n|]{0,300}\]\]`,
  // AsciiDoc
  String.raw`(?<![\p{L}\p{N}:])[a-z]{2,20}::[^\s[\]|]{1,300}\[[^\]\n|]{0,300}\]`,
  // Directives of Blade, and the include of markdown-it
  String.raw`(?<![\p{L}\p{N}])[@!]\p{L}\w{1,30}\([^()\n|]{1,300}\)`,
]

/** Text where they are a part of an address, a path or a name: `https://{tenant}.example.com`. */
const values: readonly string[] = [
  String.raw`[$#@]\{[^{}\n|]{1,200}\}`,
  String.raw`(?<![{%$#@\\])\{[$@!>]?\s?${NAME}(?:\([^(){}\n|]{0,200}\)|\[[^\]{}\n|]{0,100}\])?\s?\}(?!\})`,
  String.raw`\[%${NAME}%\]`,
  String.raw`(?<!%)%{1,2}${NAME}%{1,2}(?!%)|(?<!@)@{1,2}${NAME}@{1,2}(?!@)|(?<!\$)\$${NAME}\$(?!\$)`,
]

const directiveRE = new RegExp(directives.join('|'), 'giu')
const valueRE = new RegExp(values.join('|'), 'gu')
const entityRE = /&([a-z]\w{2,40});/gi
/** In MDX all that stands between braces is code. */
const expressionRE = /(?<![{\\])\{[^{}\n|]{1,300}\}(?!\})/g
/** Code that says a text of its own, or nothing; ids and classes. */
const literalRE = /^\{\s*(?:(["'`])[^"'`$]*\1|\/\*[^{}]*\*\/|[#.:][^{}]*)\s*\}$/

/** A short code whose text or title a reader sees is known by it. */
const ownTextRE = /\s(?:text|title|name|label|header)\s*=\s*["'{]/
/** A line break and an icon say nothing, a reference stands for an address, and what sets a value shows none. */
const emptyRE =
  /^\{(?:\{[<%]|%)-?\s*(?:br|ref|relref|link|url|icon|anchor|feature-state|set|assign|import|from|load|extends|else|elsif|elif|elseif|when|case)\b/

interface Asked {
  isMdx: boolean
  /** Whether a mark belongs to what stands around it. */
  isText: (start: number, end: number) => boolean
}

/** Those of a text; names that the page itself imports or exports are code whatever stands around them. */
export function unknownValues(text: string, {isMdx, isText}: Asked): IncludeMark[] {
  const closed = closedIn(text)
  const names = namesOf(text)
  const isValue = ({start, end, target}: IncludeMark): boolean =>
    names.has(/[\p{L}_]\w*/u.exec(target)?.[0] ?? '') || (!isEscaped(text, start) && !isText(start, end))
  return [
    ...find(text, directiveRE).filter(
      ({target, start}) =>
        !ownTextRE.test(target) &&
        !emptyRE.test(target) &&
        !isOfPair(target, closed) &&
        !isAddress(text, start),
    ),
    ...find(text, valueRE).filter(isValue).map(perhapsText),
    ...find(text, entityRE)
      .map(perhapsText)
      .filter(
        ({target, start}) =>
          decodeNamedCharacterReference(target.slice(1, -1)) === false && !isEscaped(text, start),
      ),
    ...(isMdx
      ? find(text, expressionRE).filter(
          ({target, start}) => !literalRE.test(target) && !/["'=]/.test(text.charAt(start - 1)),
        )
      : []),
  ]
}

const find = (text: string, pattern: RegExp): IncludeMark[] =>
  [...text.matchAll(pattern)].map(({index, 0: target}) => ({
    start: index,
    end: index + target.length,
    target,
    isUnknown: true,
  }))

const perhapsText = (mark: IncludeMark): IncludeMark => ({...mark, mayBeText: true})

const isEscaped = (text: string, at: number): boolean => text.charAt(at - 1) === '\\'

/** Where a link leads, or the value of an attribute. */
const isAddress = (text: string, at: number): boolean =>
  /["'=]/.test(text.charAt(at - 1)) || /\]\([^()\s]*$/.test(text.slice(Math.max(0, at - 200), at))

/** Names that a page of MDX imports or exports. */
const namesRE = /^(?:export\s+(?:const|let|var|function)\s+(\w+)|import\s+(?:(\w+)|\{([^{}]+)\})\s+from)/gm

const namesOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(namesRE)]
      .flatMap(([, exported = '', imported = '', list = '']) => [
        exported,
        imported,
        ...list.split(',').map((each) => (each.split(' as ').at(-1) ?? '').trim()),
      ])
      .filter((name) => name !== ''),
  )

/** Names of short codes and tags that a text closes: `{{< note >}}…{{< /note >}}` is around a text that the page holds. */
const closedIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\{(?:\{[<%]|%)-?\s*(?:\/\s*|end_?)([\w.-]+)/g)].map(([, name = '']) => name))

/** Whether a short code or tag opens or closes a pair. */
function isOfPair(mark: string, closed: ReadonlySet<string>): boolean {
  const [, slash = '', name = ''] = /^\{(?:\{[<%]|%)-?\s*(\/?)\s*([\w.-]+)/.exec(mark) ?? []
  return slash !== '' || closed.has(name) || (/^\{%/.test(mark) && /^end/.test(name))
}
