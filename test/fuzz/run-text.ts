/** What must hold of any text of a cell and of any query. */
import {formatPath, parsePath} from '../../src/facts/path/path.ts'
import {parsePortCell, parsePortColumns, parseProtocolCell} from '../../src/facts/port-cell.ts'
import {formatRanges, parsePorts} from '../../src/facts/ports/ports.ts'
import {knownLocales, localeData} from '../../src/languages/languages.ts'
import {parseQuery} from '../../src/search/query/query.ts'
import {createLexicon} from '../../src/search/query/query-words.ts'
import {must, same} from './must.ts'

const locales = [...knownLocales, 'und']
/** One of the locales, told by the input so that a failure can be repeated. */
const localeOf = (input: string): string => locales[input.length % locales.length] ?? 'und'

export const runCell = (input: string): void => {
  const locale = localeOf(input)
  for (const reading of [
    parsePath(input, locale),
    parsePortCell(input, locale),
    parseProtocolCell(input, locale),
  ]) {
    if (!reading.ok) must(reading.reason !== '', 'a refusal says why')
    else
      for (const [low, high] of reading.ports)
        must(low >= 0 && low <= high && high <= 65535, 'ranges are ranges of ports')
  }
  parsePortColumns({port: input, protocol: input}, locale)
  const path = parsePath(input, locale)
  if (path.ok && path.anomaly === null) {
    const again = parsePath(formatPath(path, 'en'), 'en')
    must(again.ok, `a path can be written and read again: ${formatPath(path, 'en')}`)
    if (again.ok)
      same(
        [again.ports, again.transports, again.security],
        [path.ports, path.transports, path.security],
        'a path keeps its facts',
      )
  }
  const ports = parsePorts(input, locale)
  if (ports.ok && ports.ranges.length > 0) {
    const again = parsePorts(formatRanges(ports.ranges, locale), locale)
    same(
      again.ok && again.ranges,
      ports.ranges,
      `ports can be written and read again: ${formatRanges(ports.ranges, locale)}`,
    )
  }
}

const lexicon = createLexicon(knownLocales.map(localeData), ['SIP', 'HTTPS', 'STUN'])

export const runQuery = (input: string): void => {
  const query = parseQuery(input, lexicon)
  same(query, parseQuery(input, lexicon), 'a query is read twice alike')
  for (const {
    range: [low, high],
  } of query.ports)
    must(low >= 0 && low <= high && high <= 65535, 'ranges are ranges of ports')
}
