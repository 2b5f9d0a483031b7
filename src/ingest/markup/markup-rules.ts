/** The markup of documentation systems that is no text: one line each; those that carry a text keep it. */
import type {MarkupRule} from './rule.ts'

/** `> ` makes a note of a title, `#` a heading of the label of a tab. */
const [NOTE, TAB] = ['> ', '#### ']

const hugo: MarkupRule[] = [
  {
    name: 'short codes',
    marker: '{{',
    find: /\{\{[<%]\s*tab\s+(?:[^{}]*?\s)?(?:name|title|label|header)\s*=\s*"([^"\n]+)"[^{}]*[>%]\}\}/g,
    lead: TAB,
  },
  {
    name: 'short codes',
    marker: '{{',
    find: /\{\{[<%]\s*tab\s+"([^"\n]+)"\s*[>%]\}\}/g,
    lead: TAB,
  },
  {
    name: 'short codes',
    marker: '{{',
    find: /\{\{[<%]\s*[\w/.-]+\s+(?:[^{}]*?\s)?(?:text|title)\s*=\s*"([^"\n]+)"(?:[^{}]|\{(?!\{))*?[>%]\}\}/g,
  },
  {name: 'short codes', marker: '{{', find: /\{\{[<%](?:[^{}]|\{(?!\{)|\}(?!\})){0,2000}?[>%]\}\}/g},
]

const templates: MarkupRule[] = [
  {name: 'template tags', marker: '{%', find: /\{%(?:[^{}]|\{(?!%)|\}){0,1000}?%\}/g},
  {name: 'template tags', marker: '{#', find: /\{#(?=\s)[^{}]{0,1000}?#\}/g},
  {name: 'template values', marker: '{{', find: /\{\{[^{}\n]{0,200}\}\}/g},
]

/** Ids and classes of what stands before them, as Hugo, Pandoc, MkDocs and kramdown write them. */
const attributes: MarkupRule[] = [
  {
    name: 'attributes',
    marker: '{',
    find: /(?<=\S[ \t]*|^[ \t]*)\{:?\s{0,4}[#.][^{}\n]{0,200}\}(?=[ \t]*(?:\||\r|\n|$))/gm,
  },
  {name: 'attributes', marker: '{:', find: /\{:[^{}\n]{0,200}\}/g},
]

const mdx: MarkupRule[] = [
  {
    name: 'imports',
    marker: 'import',
    find: /^import\s+(?:[^;'"\n]{0,300}\s+from\s+)?['"][^'"\n]{1,300}['"];?[ \t]*$/gm,
  },
  {
    name: 'imports',
    marker: 'import',
    find: /^import\s+\{[^{}'"]{0,1000}\}\s+from\s+['"][^'"\n]{1,300}['"];?[ \t]*$/gm,
  },
  {
    name: 'exports',
    marker: 'export',
    find: /^export\s+(?:const|let|var|default|function|async)\b(?:[^\n]|\n(?![ \t]*\r?\n)){0,4000}/gm,
  },
  {name: 'comments', marker: '{/*', find: /\{\/\*(?:[^{*]|\{(?!\/\*)|\*(?!\/\})){0,4000}\*\/\}/g},
]

const admonitions: MarkupRule[] = [
  {
    name: 'admonitions',
    marker: ':::',
    find: /^[ \t>]*:{3,}[ \t]*(?!moniker|zone|row|column|image|code|video|no-loc|include)[a-z][\w-]*(?:[ \t]*\[|[ \t]+(?=[^\s:{]))([^\n\]{}]*[^\s\n\]{}])\]?[^\n]*$/gim,
    lead: NOTE,
  },
  {name: 'admonitions', marker: ':::', find: /^[ \t>]*:{3,}[^\n]*$/gm},
  {
    name: 'admonitions',
    marker: '!!!',
    find: /^[ \t]*!!!\+?[ \t]+[\w -]*?"([^"\n]+)"[^\n]*$/gm,
    lead: NOTE,
  },
  {name: 'admonitions', marker: '!!!', find: /^[ \t]*!!!\+?[ \t]+[a-z][^"\n]*(?:"")?[ \t]*$/gm},
  {
    name: 'admonitions',
    marker: '???',
    find: /^[ \t]*\?\?\?\+?[ \t]+[\w -]*?"([^"\n]+)"[^\n]*$/gm,
    lead: NOTE,
  },
  {name: 'admonitions', marker: '???', find: /^[ \t]*\?\?\?\+?[ \t]+[a-z][^"\n]*(?:"")?[ \t]*$/gm},
  {name: 'tabs', marker: '===', find: /^[ \t]*===[!+]?[ \t]+"([^"\n]+)"[ \t]*$/gm, lead: TAB},
  {name: 'includes', marker: '--8<--', find: /^[ \t]*-{1,2}8<-{1,2}[^\n]*$/gm},
]

const docfx: MarkupRule[] = [
  {
    name: 'includes',
    marker: '[!',
    find: /\[!(?:include|code(?:-[\w-]+)?|video|notebook)[ \t]*(?:\[[^\]\n]{0,300}\])?[ \t]*(?:\([^)\n]{0,500}\))?[^\]\n]{0,500}\]/gi,
  },
  {name: 'labels', marker: '[!', find: /\[!(?:uicontrol|dnl|badge)[ \t]+([^\]\n]{1,300})\]/gi},
  {
    name: 'labels',
    marker: '[!',
    find: /(?<=^[ \t>]*)\[!(?:note|tip|important|caution|warning|div)\b[^\]\n]{0,200}\](?=[ \t]*\S)/gim,
  },
  {name: 'references', marker: '<xref:', find: /<xref:([^<>\s?*]{1,300})[^<>\s]{0,300}>/g},
]

const contents: MarkupRule[] = [
  {name: 'tables of contents', marker: 'toc', find: /^[ \t]*(?:\[toc\]|\[\[_?toc_?\]\])[ \t]*$/gim},
  {name: 'tables of contents', marker: 'TOC', find: /^[ \t]*(?:\[TOC\]|\[\[_?TOC_?\]\])[ \t]*$/gm},
]

/** A comment that starts a line is a block of its own, which is known without it. */
const comments: MarkupRule[] = [
  {name: 'comments', marker: '<!--', find: /(?<=\S[ \t]*)<!--(?:[^-\n<]|-(?!->)|<(?!!--)){0,2000}-->/g},
]

/** In the order in which they are taken out: those that carry a text before those that don't. */
export const markupRules: readonly MarkupRule[] = [
  ...hugo,
  ...templates,
  ...mdx,
  ...admonitions,
  ...docfx,
  ...attributes,
  ...contents,
  ...comments,
]
