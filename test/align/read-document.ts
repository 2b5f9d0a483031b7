import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import type {Facts} from '../../src/model/schema.ts'

/** What the rows of the first table of a document give: the facts of each rule, or the reason for none. */
export function readDocument(locale: string, body: string): (Facts[] | string)[] {
  const front = `---\ntitle: a\nms:assetid: a\nms.contentlocale: ${locale}\nms.translationtype: HT\n---\n\n# a\n\n`
  const kb = buildKnowledgeBase([ingest(`${front}${body}\n`, `${locale}/a.md`)])
  const rows = kb.topics[0]?.tables[0]?.rows ?? []
  const reasonOf = (row: number) => kb.ledger.entries.find((entry) => entry.row === row)?.reason ?? 'nothing'
  if (rows.length === 0) return kb.ledger.entries.map(({reason}) => reason)
  return rows.map(({row, rules}) => (rules.length > 0 ? rules.map(({facts}) => facts) : reasonOf(row)))
}

/** A pipe table of cells that are parted by `|`. */
export const pipe = (...lines: string[]): string => {
  const [header = '', ...rows] = lines
  return [header, header.replaceAll(/[^|]+/gu, '---'), ...rows].map((line) => `| ${line} |`).join('\n')
}

/** `tcp 443 8000-8010`, with the action where it denies. */
export const portsOf = (read: Facts[] | string | undefined): string =>
  typeof read === 'string' || read === undefined
    ? (read ?? 'no row')
    : read
        .map(({transports, ports, action}) =>
          [
            ...(action === 'deny' ? ['deny'] : []),
            transports.join('/'),
            ...ports.map(([low, high]) => (low === high ? low : `${low}-${high}`)),
          ].join(' '),
        )
        .join('; ')
