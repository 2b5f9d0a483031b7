/** Tables that hold numbers called ports and yet are no port tables: DNS records, settings of a command, sockets, prices. */
import {namesProtocol} from '../../facts/port-cell.ts'
import {transportNamed} from '../../facts/protocol-words.ts'
import {localeData} from '../../languages/languages.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {isOneOf} from '../../text/locale-words.ts'
import {PhraseFinder, tokensOf} from '../../text/phrase-finder.ts'
import type {Column} from './column.ts'

const recordTypeRE = /(?:^|[^A-Za-z])(?:SRV|CNAME|AAAA|MX|PTR|TXT)(?:$|[^A-Za-z])|^A\s+records?$/i
/** A lone A, or one with the word for “record” in any language. */
const hostRecordRE = /^(?:A|A\s\S{1,14}|\S{1,16}\sA)$/u
const recordHeaderRE = /\b(?:DNS|records?)\b/i
/** A service name of RFC 2782: `_sip._tls`. */
const serviceNameRE = /(?:^|\s)_[a-z][a-z0-9-]*\s*\.?_?(?:tcp|tls|udp)/i
/** `AudioPortStart`, `audioPort`, `server.port`, `DB_PORT`, `--listen-port` */
const settingRE =
  /^(?:-?[A-Z][a-z]+(?:[A-Z][a-z0-9]*)+|[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)*Port(?:[A-Z][a-z0-9]*)*|(?:--?)?(?:[a-z0-9]+[_.-])+port(?:[_.-][a-z0-9]+)*|(?:[A-Z0-9]+_)+PORT(?:_[A-Z0-9]+)*)$/

/** What is longer is a note. */
const MAX_RECORD = 40
const namesRecord = (text: string): boolean => text.length <= MAX_RECORD && recordTypeRE.test(text)
const isHostRecord = (text: string): boolean => text.length <= MAX_RECORD && hostRecordRE.test(text)

/** Why a table is no port table although a column of it reads like ports; null when nothing speaks against it. */
export function findDecoy(columns: readonly Column[]): string | null {
  const named = columns.some(({header}) => header !== null && recordHeaderRE.test(header))
  for (const {column, header, cells} of columns) {
    const texts = cells.map(({source, target}) => source ?? target).filter((text) => text !== '')
    // A host record is one only among others, or in a table that names records.
    const hosts = named || texts.some(namesRecord)
    const type = share(texts, (text) => namesRecord(text) || (hosts && isHostRecord(text)))
    if (type !== undefined) return `column ${column} holds types of DNS records (“${type}”)`
    const service = share(texts, (text) => serviceNameRE.test(text))
    if (service !== undefined) return `column ${column} holds names of DNS service records (“${service}”)`
    const setting = column === 1 ? share(texts, (text) => settingRE.test(text)) : undefined
    if (setting !== undefined) {
      return `column 1${header === null ? '' : ` (“${header}”)`} holds names of settings (“${setting}”)`
    }
  }
  return null
}

/** The first of the texts that match, when they are at least half of all. */
function share(texts: readonly string[], matches: (text: string) => boolean): string | undefined {
  const found = texts.filter(matches)
  return found.length * 2 >= texts.length ? found[0] : undefined
}

/** Sockets of a device, berths, lines: nobody lists services on such ports alone. */
const MOST_SOCKETS = 64
/** Services on low ports that tables do list, even without a transport. */
const lowServices: ReadonlySet<number> = new Set([7, 9, 20, 21, 22, 23, 25, 37, 42, 43, 49, 53])

/**
 * Why the numbers of a table may count sockets or number them: it names no transport or protocol anywhere, and only small
 * numbers; null when something else shows.
 */
export function findCounts(columns: readonly Column[], locale: string): string | null {
  const ports = columns.filter(({kind}) => kind === 'port')
  if (ports.length !== columns.filter(({kind}) => openingKinds.has(kind)).length) return null
  const texts = columns.flatMap(({header, cells}) => [
    // Two transports may be compared, and their headers counted in bytes.
    ...(header === null || transportNamed(header) !== null ? [] : [{text: header, tag: locale}]),
    ...cells.map(({source, target}) => ({text: source ?? target, tag: source === null ? locale : 'en'})),
  ])
  if (texts.some(({text, tag}) => namesProtocol(text, tag))) return null
  const numbers = ports.flatMap(({cells}) =>
    cells
      .flatMap(({source, target}) => (source ?? target).normalize('NFKC').match(/[0-9]+/gu) ?? [])
      .map(Number),
  )
  const known = numbers.filter((number) => lowServices.has(number))
  return numbers.every((number) => number <= MOST_SOCKETS) && known.length * 2 < numbers.length
    ? `its ports are no higher than ${MOST_SOCKETS}, and it names no protocol`
    : null
}

const openingKinds: ReadonlySet<ColumnKind> = new Set([
  ...(['path', 'port', 'sourcePort', 'portStart', 'portEnd', 'portCount', 'protocol', 'traffic'] as const),
])

/** A table with such a column is about what firewalls let through, whatever else it tells. */
const tellingKinds: ReadonlySet<ColumnKind> = new Set([
  ...openingKinds,
  ...(['source', 'destination', 'direction', 'action', 'authentication'] as const),
])
const portOnly: ReadonlySet<ColumnKind> = new Set(['port', 'portCount'])
/** Headers that name a thing, and cells that name a protocol, have so many characters at most; what is longer explains one. */
const MAX_HEADER = 24
const MAX_NAME = 16
/** A price: `$80`, `80 EUR`, `¥ 1,200`. */
const priceRE =
  /^(?:\p{Sc}|[A-Z]{3} )\s?[0-9][0-9.,' ]*$|^[0-9][0-9.,' ]*\s?(?:\p{Sc}|[A-Z]{3}|元|円|원|руб\.?)$/u

/**
 * Why the ports of a table are none of a network: it names no protocol and no machine, and a column of it is one of harbours,
 * prices, sockets or errors; null when nothing says so.
 */
export function findForeign(columns: readonly Column[], locale: string): string | null {
  if (columns.some(({kind}) => tellingKinds.has(kind) && !portOnly.has(kind))) return null
  const names = columns.flatMap(({header, cells}) => [
    ...(header === null ? [] : [{text: header, tag: locale}]),
    ...cells.map(({source, target}) => ({text: source ?? target, tag: source === null ? locale : 'en'})),
  ])
  if (names.some(({text, tag}) => text.length <= MAX_NAME && namesProtocol(text, tag))) return null
  for (const {column, header, kind, cells} of columns) {
    if (portOnly.has(kind)) continue
    if (header !== null && isForeign(header, locale))
      return `column ${column} (“${header.slice(0, 80)}”) is one of tables whose ports are none of a network`
    const texts = cells.map(({source, target}) => source ?? target).filter((text) => text !== '')
    const price = share(texts, (text) => priceRE.test(text))
    if (price !== undefined) return `column ${column} holds prices (“${price}”)`
  }
  return null
}

const foreign = new Map<string, PhraseFinder>()

/** One such word alone; in a longer header only those of more than one character, which may be part of another word. */
function isForeign(header: string, locale: string): boolean {
  const {foreignHeaders} = localeData(locale)
  if (isOneOf(header, foreignHeaders)) return true
  const found = foreign.get(locale)
  const finder = found ?? new PhraseFinder(foreignHeaders.filter((word) => word.length > 1))
  if (!found) foreign.set(locale, finder)
  return header.length <= MAX_HEADER && finder.isIn(tokensOf(header))
}
