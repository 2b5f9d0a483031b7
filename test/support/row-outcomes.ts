/** What the rows of a page with one table give, in a pipe table and in an HTML table. */
import {expect} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {ingest} from '../../src/ingest/ingest.ts'

/** A page with one table, and what stands above it. */
export interface Page {
  locale?: string
  heading?: string
  lead?: string
  header: string[]
  rows: string[][]
}

const front = (locale: string) =>
  `---\ntitle: a\nms:assetid: a\nms.contentlocale: ${locale}\nms.translationtype: HT\n---\n\n# a\n\n`

const above = ({heading, lead}: Page) =>
  `${heading === undefined ? '' : `## ${heading}\n\n`}${lead === undefined ? '' : `${lead}\n\n`}`

/** The table in Markdown. */
export const pipe = ({header, rows}: Page) =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')

/** The table in HTML. */
export const html = ({header, rows}: Page) => {
  const row = (tag: string, cells: string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  return `<table><thead>${row('th', header)}</thead><tbody>${rows.map((cells) => row('td', cells)).join('')}</tbody></table>\n`
}

/** The page as a document that was read. */
export const documentOf = (page: Page, form: (page: Page) => string) => {
  const locale = page.locale ?? 'en-US'
  return ingest(front(locale) + above(page) + form(page), `${locale}/a.md`)
}

/** What each row gives: transports and ports of each of its rules, `deny` before those of one that denies, or why it gives none. */
export const outcomes = (page: Page, form: (page: Page) => string): string[] => {
  const kb = buildKnowledgeBase([documentOf(page, form)])
  const table = kb.topics[0]?.tables[0]
  return page.rows.map((_, index) => {
    const rules = table?.rows.find(({row}) => row === index + 1)?.rules ?? []
    const entry = kb.ledger.entries.find(({row}) => row === index + 1)
    const told = rules.map(({facts: {action, transports, ports}}) => {
      const written = ports.map(([low, high]) => (low === high ? `${low}` : `${low}-${high}`))
      return `${action === 'deny' ? 'deny ' : ''}${transports.join('+')} ${written.join(' ')}`
    })
    return told.length > 0 ? told.join(' | ') : (entry?.reason ?? 'nothing')
  })
}

/** Holds the rows to what is expected of them, in both forms. */
export const inBoth = (page: Page, expected: string[]) => {
  expect([outcomes(page, html), outcomes(page, pipe)]).toEqual([expected, expected])
}
