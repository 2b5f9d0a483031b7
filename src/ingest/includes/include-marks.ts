/** Marks by which documentation systems put the text of another file into a page. */

export interface IncludeMark {
  start: number
  end: number
  /** As the document writes it. */
  target: string
  /** Whether it names no file, and stands for a text that nobody can read. */
  isUnknown?: true
  /** Whether it may also be a text of the author, for what the reader fills in. */
  mayBeText?: true
}

/** A document with none of these markers has no includes. */
const MARKER_RE =
  /\[!include|-8<-|\{\{[<%]-?\s*(?:include|readfile)|\{\{#include|\{%-?\s*include|\{!|<!--\s*[#@]include|^import\s[^\n]*\.mdx?['"]/im

const marks: readonly RegExp[] = [
  // DocFX
  /\[!include[ \t]*(?:\[[^\]\n]{0,300}\])?[ \t]*\([ \t]*<?(?<target>[^)\s>"]{1,300})>?(?:[ \t]+"[^"\n]{0,300}")?[ \t]*\)[ \t]*\]/gi,
  // Hugo
  /\{\{[<%]-?\s*(?:include|readfile)\s+(?:file\s*=\s*)?"(?<target>[^"\n]{1,300})"[^{}\n]{0,200}[>%]\}\}/g,
  // Snippets of PyMdown, as MkDocs has them
  /(?<=^[ \t]*|\|[^\n]*)-{1,2}8<-{1,2}[ \t]+"(?<target>[^"\n:]{1,300})"(?=[ \t]*$|[^\n]*\|)/gm,
  // mdBook
  /\{\{#include\s+(?<target>[^\s{}:]{1,300})(?::[^\s{}]{1,100})?\s*\}\}/g,
  // Server-side includes, and those of VitePress and Vuepress
  /<!--\s*(?:#include\s+(?:virtual|file)\s*=\s*["']|@include:\s*)(?<target>[^\s"'{}<>]{1,300})(?:["']|\{[^{}]{0,40}\})?\s*-->/gi,
  // Liquid and Jinja
  /\{%-?\s*include(?:_relative|-markdown)?\s+['"]?(?<target>[\w./~@-]{1,300})['"]?[^{}%]{0,300}%\}/g,
  // Markdown-Include
  /\{!\s*(?<target>[\w./~@ -]{1,300}?)\s*!\}/g,
]

/** A partial of MDX is imported under a name, and stands where a tag has that name. */
const importRE =
  /^import\s+(?<name>[A-Z]\w{0,60})\s+from\s+['"](?<target>[^'"\n]{1,300}\.mdx?)['"];?[ \t]*$/gm
const tagRE = /<(?<name>[A-Z]\w{0,60})(?:\s[^<>]{0,300})?\/>/g

/** All marks of a text in order; of two that overlap the first one. */
export function includeMarks(text: string): IncludeMark[] {
  if (!MARKER_RE.test(text)) return []
  const found = [...marks.flatMap((mark) => [...text.matchAll(mark)].map(toMark)), ...partials(text)]
  let end = 0
  return found
    .toSorted((a, b) => a.start - b.start)
    .filter((mark) => {
      if (mark.start < end) return false
      end = mark.end
      return true
    })
}

const toMark = ({index, 0: mark, groups}: RegExpExecArray): IncludeMark => ({
  start: index,
  end: index + mark.length,
  target: (groups?.['target'] ?? '').trim(),
})

function partials(text: string): IncludeMark[] {
  const targets = new Map(
    [...text.matchAll(importRE)].map(({groups}) => [groups?.['name'] ?? '', groups?.['target'] ?? '']),
  )
  if (targets.size === 0) return []
  return [...text.matchAll(tagRE)].flatMap((match) => {
    const target = targets.get(match.groups?.['name'] ?? '')
    return target === undefined ? [] : [{...toMark(match), target}]
  })
}
