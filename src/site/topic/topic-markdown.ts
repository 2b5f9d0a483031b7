/** A topic as Markdown: facts first, then the document's columns. */
import type {Topic} from '../../model/schema.ts'
import {rangeId} from '../../search/port-spec.ts'
import {dataset} from '../dataset/dataset.ts'
import {shownText} from '../evidence/shown-cell.ts'
import type {Page} from '../layout/page-context.ts'
import {isAnyPort} from '../ports/port-entries.ts'
import {proseParts} from '../prose/prose-parts.ts'
import {words} from './topic-texts.ts'

/** Keeps text of a document from ending its cell or becoming markup. */
const escapeCell = (text: string) => text.replace(/[\\|<>`*_[\]]/g, '\\$&').replace(/\s+/g, ' ')

export function topicMarkdown(topic: Topic, page: Page): string {
  const parts = proseParts(topic, page.locale).map((part) => {
    if (part.kind === 'heading') return `${'#'.repeat(part.level)} ${part.text.markdown}`
    if (part.kind === 'list') return part.items.map((item) => `- ${item.markdown}`).join('\n')
    if (part.kind === 'table') return tableMarkdown(topic, part.table, page)
    return part.kind === 'note' ? `> ${part.text.markdown}` : part.text.markdown
  })
  const text = `${[`# ${escapeCell(words(topic.title, page.locale))}`, ...parts].filter((part) => part !== '').join('\n\n')}\n`
  return text.replace(controlRE, '\uFFFD')
}

/** Whoever prints the file on a terminal would have it obeyed. */
const controlRE = /(?![\n\t])\p{Cc}/gu

function tableMarkdown(topic: Topic, number: number, {locale, t}: Page): string {
  const table = topic.tables.find((each) => each.table === number)
  if (table === undefined) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const header = table.columns.map((kind, at) => {
    const text = table.header?.cells[at]
    return escapeCell((text && shownText(text, locale, dataset).text) || t(`column.${kind}`))
  })
  const rows = table.rows.map(({rules, cells}) => {
    const opens = rules.map(({facts}) =>
      [
        ...facts.ports.map((range) => (isAnyPort(range) ? t('port.any') : rangeId(range))),
        ...facts.transports.map((transport) => transport.toUpperCase()),
      ].join(' '),
    )
    return line([opens.join(', '), ...cells.map((text) => escapeCell(shownText(text, locale, dataset).text))])
  })
  return [line([t('table.opens'), ...header]), line(['---', ...header.map(() => '---')]), ...rows].join('\n')
}
