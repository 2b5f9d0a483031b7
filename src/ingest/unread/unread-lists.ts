/** Says aloud where ports stand in a form that gives no rules: a list, a grid of reStructuredText, a table of AsciiDoc. */
import type {Region} from '../regions.ts'
import type {Source} from '../source.ts'

/** A transport beside a port, either first. */
const portRE =
  /(?<![\p{L}\p{N}])(?:TCP|UDP)(?![\p{L}\p{N}])[^\p{N}\n]{0,16}(?<![\p{N}.])[0-9]{2,5}(?![\p{N}.])|(?<![\p{N}.])[0-9]{2,5}\s?[/(（:-]?\s?(?:TCP|UDP)(?![\p{L}\p{N}])/iu
const itemRE = /^[\t >]{0,12}(?:[-*+•]|[0-9]{1,3}[.)])[\t ]+(?<text>\S.*)$/u
/** A line of a paragraph that goes on with an item, or nothing. */
const goesOnRE = /^(?:[\t >]+\S.*|[\t >]*)$/u
/** The upper border of a grid, or of a table of AsciiDoc. */
const borderRE = /^[\t ]*(?:\+(?:[-=]{3,}\+)+|\|={3,})[\t ]*$/u
/** What is longer explains something. */
const MAX_ITEM = 240
/** Items that name a port: one alone is prose. */
const FEWEST = 2
const transportRE = /tcp|udp/i

interface Run {
  start: number
  ports: number
  kind: 'list' | 'grid' | 'asciidoc'
}

/** Each list or grid of ports of a document is told once, where it starts; what stands in code or in a table is none. */
export function reportUnreadLists(source: Source, from: number, regions: readonly Region[]): void {
  if (!transportRE.test(source.text)) return
  const closed = regions.filter(({kind}) => kind !== 'pipe')
  let run: Run | null = null
  const end = (): void => {
    if (run !== null && run.ports >= FEWEST) report(source, run)
    run = null
  }
  let offset = from
  for (const line of source.text.slice(from).split('\n')) {
    const start = offset
    offset += line.length + 1
    if (closed.some((region) => start >= region.start && start < region.end)) {
      end()
      continue
    }
    run = nextRun(run, line.replace(/\r$/u, ''), start, end)
  }
  end()
}

function nextRun(run: Run | null, line: string, start: number, end: () => void): Run | null {
  const isBorder = borderRE.test(line)
  if (run?.kind === 'asciidoc') {
    if (!isBorder) return portRE.test(line) ? {...run, ports: run.ports + 1} : run
    end()
    return null
  }
  if (run?.kind === 'grid') {
    if (isBorder || line.trimStart().startsWith('|') || (line.trim() !== '' && !line.startsWith('#')))
      return portRE.test(line) ? {...run, ports: run.ports + 1} : run
    end()
    return null
  }
  if (isBorder) {
    end()
    return {start, ports: 0, kind: line.includes('|=') ? 'asciidoc' : 'grid'}
  }
  const text = itemRE.exec(line)?.groups?.['text']
  if (text !== undefined) {
    const ports = text.length <= MAX_ITEM && portRE.test(text) ? 1 : 0
    return {start: run?.start ?? start, ports: (run?.ports ?? 0) + ports, kind: 'list'}
  }
  if (run !== null && !goesOnRE.test(line)) {
    end()
    return null
  }
  return run
}

const report = (source: Source, {start, ports, kind}: Run): void =>
  source.report(
    start,
    'info',
    'unread-list',
    kind === 'list'
      ? `${ports} items of this list name a transport and a port; lists are not read, and give no rules`
      : `${ports} lines of this grid or AsciiDoc table name a transport and a port; such tables are not read, and give no rules`,
    'Write them as a table of Markdown or HTML if they are to be rules.',
  )
