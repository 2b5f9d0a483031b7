/** The document's title in both languages, from the front matter and the first heading. */

import {localeData} from '../../languages/languages.ts'
import type {Edition, StatedTitle} from '../../model/edition.ts'
import type {Block, EditionInfo} from '../../model/schema.ts'
import {plainMarkdown} from '../markdown/markdown-inline.ts'
import type {Source} from '../source.ts'
import {foldWhiteSpace} from '../white-space.ts'
import type {FrontMatter} from './front-matter.ts'

/**
 * Target: `title`, else the first heading, else the name. English: the spans of the first heading, else the
 * `TOCTitle` of a machine translation, which leaves it as it was, unless it is written in the locale's script.
 */
export function readTitle(
  source: Source,
  front: FrontMatter,
  blocks: readonly Block[],
  {
    name,
    locale,
    translationType,
  }: {name: string; locale: string; translationType: EditionInfo['translationType']},
): Edition['title'] {
  const heading =
    blocks.find(({kind, depth}) => kind === 'heading' && depth === 1) ??
    blocks.find(({kind}) => kind === 'heading')
  const stated = foldWhiteSpace(front.values.get('title')?.value ?? '')
  const contents = foldWhiteSpace(front.values.get('toctitle')?.value ?? '')
  const target = stated || plainMarkdown(heading?.markdown ?? '')
  if (target === '') {
    source.report(
      front.bodyStart,
      'warning',
      'no-title',
      `Expected a title in the front matter or a heading, found neither; assumed “${name}”`,
      'Add a title to the front matter.',
    )
  }
  const english = heading?.source ? plainMarkdown(heading.source) : null
  const untranslated =
    translationType === 'machine' && contents !== '' && contents !== target && !inScriptOf(contents, locale)
  return {source: english ?? (untranslated ? contents : null), target: target || name}
}

/**
 * All titles that a document states. A heading is one where it comes first and no other one is as high: beside a title in the
 * front matter, several of its depth are sections.
 */
export function statedTitles(source: Source, front: FrontMatter, blocks: readonly Block[]): StatedTitle[] {
  const stated = front.values.get('title')
  const target = foldWhiteSpace(stated?.value ?? '')
  const headings = blocks.filter(({kind}) => kind === 'heading')
  const [first] = headings
  const isTitle = first?.depth === 1 && headings.filter(({depth}) => depth === 1).length === 1
  const heading = isTitle ? plainMarkdown(first.markdown) : ''
  return [
    ...(stated === undefined || target === ''
      ? []
      : [{from: 'front-matter' as const, source: null, target, place: source.place(stated.offset)}]),
    ...(first === undefined || heading === ''
      ? []
      : [
          {
            from: 'heading' as const,
            source: first.source === null ? null : plainMarkdown(first.source),
            target: heading,
            place: first.place,
          },
        ]),
  ]
}

/** Whether a text holds letters of the locale's main script that English has none of. */
function inScriptOf(text: string, locale: string): boolean {
  const [script = 'Latin'] = localeData(locale).scripts
  return script !== 'Latin' && new RegExp(`\\p{Script=${script}}`, 'u').test(text)
}
