/** Builds small documents for tests: front matter, bilingual spans, HTML and pipe tables. */

import {ingest} from '../../src/ingest/ingest.ts'
import type {Edition, EditionTable} from '../../src/model/edition.ts'

export const front = `---
title: 測試
ms:assetid: 0F0F-AA
ms.translationtype: MT
ms.contentlocale: zh-TW
ms.date: 01/02/2020
---
`

/** A target segment and its English, as the bilingual documents hold them. */
export const pair = (id: string, target: string, source: string): string =>
  `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`

/** An HTML table of `<p>` cells; the first row is the head. */
export const htmlTable = ([head = [], ...rows]: string[][]): string =>
  [
    '<table>',
    `<thead>\n<tr>\n${head.map((cell) => `<th>${cell}</th>`).join('\n')}\n</tr>\n</thead>`,
    '<tbody>',
    ...rows.map((cells) => `<tr>\n${cells.map((cell) => `<td><p>${cell}</p></td>`).join('\n')}\n</tr>`),
    '</tbody>',
    '</table>',
  ].join('\n')

export const read = (body: string, path = 'zh-TW/page.md'): Edition =>
  ingest(front + body, path, {whole: true})

/** The only table of a body. */
export const tableIn = (body: string): EditionTable => {
  const [table, more] = read(body).tables
  if (!table || more) throw new Error(`expected one table, found ${read(body).tables.length}`)
  return table
}

/** The first table of a document that holds one with these cells; the first row is the head. */
export const tableOf = (rows: string[][], locale = 'zh-TW'): EditionTable => {
  const [table] = ingest(front.replace('zh-TW', locale) + htmlTable(rows), 'a.md', {whole: true}).tables
  if (!table) throw new Error('no table')
  return table
}

/** What the columns of such a table were taken for, or why it is no port table. */
export const columnsOf = (rows: string[][], locale = 'zh-TW'): string => {
  const {portTable, columns, evidence} = tableOf(rows, locale)
  return portTable ? columns.join(' ') : `no: ${evidence.join('; ')}`
}

/** Target texts of all rows, the header first when there is one. */
export const targets = ({header, rows}: EditionTable): string[][] =>
  [...(header ? [header] : []), ...rows].map(({cells}) => cells.map(({target}) => target))

/** Diagnostics as a terminal shows them, without hint. */
export const lines = ({diagnostics}: Pick<Edition, 'diagnostics'>): string[] =>
  diagnostics.map(
    ({place, severity, id, message}) =>
      `${place.path}:${place.line}:${place.column} ${severity} ${id} ${message}`,
  )

/** As `lines`, without the message. */
export const ids = ({diagnostics}: Pick<Edition, 'diagnostics'>): string[] =>
  diagnostics.map(({place, severity, id}) => `${place.line}:${place.column} ${severity} ${id}`)
