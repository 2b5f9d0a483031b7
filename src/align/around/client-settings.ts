/** Knows tables of what a mail program is set to: protocol, server, port and encryption, and neither transport nor direction. */
import {transportsIn} from '../../facts/protocol-words.ts'
import {answerIn} from '../../facts/transport-ticks.ts'
import {type EditionTable, readingOf} from '../../model/edition.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {plainHeader, plainText} from '../../text/cell-structure.ts'

const mailRE = /(?<![\p{L}\p{N}])(?:IMAP|POP|SMTP)[0-9]?S?(?![\p{L}\p{N}])/iu
/** One or two methods: `STARTTLS`, `SSL/TLS`, `TLS 1.2`. */
const encryptionRE =
  /^(?:STARTTLS|SSL|TLS)(?:\s?v?[0-9.]+)?(?:\s?[/,|+（(\s]\s?(?:\p{L}{1,4}\s)?(?:STARTTLS|SSL|TLS)(?:\s?v?[0-9.]+)?[)）]?)?$/iu
/** A header that asks whether there is encryption. */
const encryptedRE = /(?<![\p{L}\p{N}])(?:SSL|TLS|STARTTLS)(?![\p{L}\p{N}])/iu
/** Columns that say from where, which way or what a firewall does. */
const telling: ReadonlySet<ColumnKind> = new Set([
  ...(['source', 'sourcePort', 'direction', 'action', 'peer', 'ends', 'path'] as const),
])
const servers: ReadonlySet<ColumnKind> = new Set(['host', 'destination', 'address'])

/** What the column of encryptions in a table of settings of mail programs is called; null for other tables. */
export function mailSettingIn({columns, header, rows}: EditionTable, locale: string): string | null {
  const body = rows
    .filter(({inHead}) => !inHead)
    .map(({cells}) =>
      cells.map((cell) => {
        const {source, target} = readingOf(cell)
        return plainText(source ?? target).trim()
      }),
    )
    .filter((row) => row.filter((text) => text !== '').length > 1)
  if (body.length === 0 || columns.some((kind) => telling.has(kind))) return null
  const headers = (header?.cells ?? []).map((cell) => {
    const {source, target} = readingOf(cell)
    return plainHeader(source ?? target)
  })
  const isOfMail =
    headers.some((text) => mailRE.test(text)) || body.every((row) => row.some((text) => mailRE.test(text)))
  const namesTransport = body.flat().some((text) => transportsIn(text).length > 0)
  const hasServers = columns.some(
    (kind, at) => servers.has(kind) && body.every((row) => (row[at] ?? '') !== ''),
  )
  const encryption = columns.findIndex(
    (_, at) =>
      body.every((row) => encryptionRE.test(row[at] ?? '')) ||
      (encryptedRE.test(headers[at] ?? '') && body.every((row) => answerIn(row[at] ?? '', locale) !== null)),
  )
  return isOfMail && hasServers && !namesTransport && encryption >= 0 ? (headers[encryption] ?? '') : null
}
