/** Writes facts as tables, as writers of many languages and habits do: for tests that read them back. */
import fc from 'fast-check'
import {localeData} from '../../src/languages/languages.ts'
import type {PortRange, Transport} from '../../src/model/schema.ts'
import type {Page} from './row-outcomes.ts'

/** What a row opens: the ports of each transport. */
export interface WrittenRow {
  parts: {transports: Transport[]; ports: PortRange[]}[]
}

export interface WrittenTable extends Page {
  form: 'html' | 'pipe'
  expected: WrittenRow[]
  notes: string
}

const port = fc.oneof(
  fc.integer({min: 1, max: 65535}),
  fc.constantFrom(
    22,
    25,
    53,
    67,
    80,
    110,
    143,
    389,
    443,
    993,
    1433,
    3478,
    5060,
    5061,
    8080,
    8443,
    49152,
    65535,
  ),
)
const range = fc.oneof(
  {weight: 3, arbitrary: port.map((each): PortRange => [each, each])},
  {
    weight: 1,
    arbitrary: fc.oneof(
      port.map((low): PortRange => [low, 65535]),
      port.map((high): PortRange => [1, high]),
    ),
  },
  {weight: 1, arbitrary: fc.tuple(port, port).map(([a, b]): PortRange => [Math.min(a, b), Math.max(a, b)])},
)
const ports = fc.array(range, {minLength: 1, maxLength: 3})
const transports = fc.constantFrom<Transport[]>(['tcp'], ['udp'], ['tcp', 'udp'])

/** How a writer writes, the same in all cells of a table. */
interface Habits {
  locale: string
  grouped: boolean
  wide: boolean
  rangeSeparator: string
  /** Whether ranges are written in words, and in which of them. */
  words: boolean
  template: number
  listSeparator: string
  conjunction: boolean
  around: 'none' | 'code' | 'bold' | 'link'
  mark: 'none' | 'sup' | 'symbol' | 'bracket' | 'reference'
  extra: 'none' | 'struck' | 'hidden' | 'comment' | 'remark'
}

const habits = (locale: string): fc.Arbitrary<Habits> => {
  const data = localeData(locale)
  return fc.record({
    locale: fc.constant(locale),
    grouped: fc.boolean(),
    words: fc.boolean(),
    template: fc.nat(),
    wide: fc
      .constant(/^(?:ja|zh|ko)/u.test(locale))
      .chain((may) => (may ? fc.boolean() : fc.constant(false))),
    rangeSeparator: fc.constantFrom(
      '-',
      ' - ',
      '–',
      ' – ',
      '—',
      '~',
      '〜',
      ' ～ ',
      '−',
      '...',
      ...data.rangeWords.map((word) => ` ${word} `),
    ),
    listSeparator: fc.constantFrom(', ', '; ', ' / ', '、', '<br>', ' & ', '<li>'),
    conjunction: fc.boolean(),
    around: fc.constantFrom('none', 'none', 'code', 'bold', 'link'),
    mark: fc.constantFrom('none', 'none', 'sup', 'symbol', 'bracket', 'reference'),
    extra: fc.constantFrom('none', 'none', 'none', 'struck', 'hidden', 'comment', 'remark'),
  })
}

const wideDigits = (text: string): string =>
  text.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

function writeNumber(value: number, {locale, grouped, wide}: Habits): string {
  const character = localeData(locale).digitGroups[0] ?? ''
  const plain = String(value)
  const text = grouped && value >= 10_000 ? `${plain.slice(0, -3)}${character}${plain.slice(-3)}` : plain
  return wide ? wideDigits(text) : text
}

/** A range with one bound or within words, as the language has templates for it; null where it has none for such a range. */
function writeWithWords([low, high]: PortRange, own: Habits): string | null {
  const {openRanges, rangeFrames} = localeData(own.locale)
  const one = (templates: readonly string[], value: number): string | null => {
    const template = templates[own.template % Math.max(1, templates.length)]
    return value > 0 && template !== undefined ? template.replace('{n}', writeNumber(value, own)) : null
  }
  const isEven = own.template % 2 === 0
  if (high === 65535 && low < high)
    return isEven ? one(openRanges.atLeast, low) : one(openRanges.above, low - 1)
  if (low === 1 && high > 2 && high < 65535)
    return isEven ? one(openRanges.atMost, high) : one(openRanges.below, high + 1)
  const frame = rangeFrames[own.template % Math.max(1, rangeFrames.length)]
  return low < high && frame !== undefined
    ? frame.replace('{low}', writeNumber(low, own)).replace('{high}', writeNumber(high, own))
    : null
}

function writeRange(range: PortRange, own: Habits): string {
  const [low, high] = range
  const signed = `${writeNumber(low, own)}${own.rangeSeparator}${writeNumber(high, own)}`
  const text =
    low === high ? writeNumber(low, own) : ((own.words ? writeWithWords(range, own) : null) ?? signed)
  if (own.around === 'code') return `<code>${text}</code>`
  if (own.around === 'bold') return `<b>${text}</b>`
  return own.around === 'link' ? `<a href="https://example.org:8080/p">${text}</a>` : text
}

function join(texts: readonly string[], {listSeparator, conjunction, locale}: Habits): string {
  if (listSeparator === '<li>')
    return texts.length < 2 ? texts.join('') : `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`
  const word = localeData(locale).conjunctions[0] ?? 'and'
  if (conjunction && texts.length > 1 && listSeparator !== '<br>')
    return `${texts.slice(0, -1).join(listSeparator)} ${word} ${texts.at(-1)}`
  return texts.join(listSeparator)
}

const writePorts = (list: readonly PortRange[], own: Habits): string =>
  decorate(
    join(
      list.map((each) => writeRange(each, own)),
      own,
    ),
    own,
  )

function decorate(text: string, {mark, extra}: Habits): string {
  const marked =
    mark === 'sup'
      ? `${text}<sup>1</sup>`
      : mark === 'symbol'
        ? `${text}†`
        : mark === 'bracket'
          ? `${text} (1)`
          : mark === 'reference'
            ? `${text}[^1]`
            : text
  return extra === 'struck'
    ? `<s>79</s> ${marked}`
    : extra === 'hidden'
      ? `<span hidden>79</span> ${marked}`
      : extra === 'comment'
        ? `${marked}<!-- 79 -->`
        : extra === 'remark'
          ? `${marked} (RFC 7999)`
          : marked
}

const writeTransports = (list: readonly Transport[]): string =>
  list.map((name) => name.toUpperCase()).join('/')

/** Rows below headers of the locale, in one of the layouts that documents have. */
type Layout = 'columns' | 'before' | 'behind' | 'named' | 'bounds' | 'lines'

const word = (locale: string, kind: string): string => localeData(locale).headers[kind]?.[0] ?? kind

function writeTable(
  own: Habits,
  layout: Layout,
  rows: WrittenRow[],
  turned: boolean,
): {header: string[]; rows: string[][]} {
  const port = word(own.locale, 'port')
  const protocol = word(own.locale, 'protocol')
  const cells = ({parts}: WrittenRow): string[] => {
    const [first = {transports: [], ports: []}] = parts
    if (layout === 'columns') return [writePorts(first.ports, own), writeTransports(first.transports)]
    if (layout === 'bounds')
      return [
        writeTransports(first.transports),
        ...[0, 1].map((at) => writeNumber(first.ports[0]?.[at] ?? 0, own)),
      ]
    if (layout === 'named')
      return (['tcp', 'udp'] as const).map((name) => {
        const part = parts.find(({transports: names}) => names.includes(name))
        return part ? writePorts(part.ports, own) : '–'
      })
    const each = parts.map(({transports: names, ports: list}) =>
      layout === 'before'
        ? `${writeTransports(names)} ${join(
            list.map((one) => writeRange(one, {...own, listSeparator: ', '})),
            {...own, listSeparator: ', '},
          )}`
        : list.map((one) => `${writeRange(one, own)}/${writeTransports(names)}`).join(', '),
    )
    return [each.join(layout === 'lines' ? '<br>' : '; ')]
  }
  const header =
    layout === 'columns'
      ? [port, protocol]
      : layout === 'bounds'
        ? [protocol, word(own.locale, 'portStart'), word(own.locale, 'portEnd')]
        : layout === 'named'
          ? ['TCP', 'UDP']
          : [port]
  const turn = (line: string[]): string[] => (turned ? line.toReversed() : line)
  return {header: ['#', ...turn(header)], rows: rows.map((row, at) => [`n${at + 1}`, ...turn(cells(row))])}
}

/** Tables of a locale with the facts that they state. */
export const writtenTable = (locale: string): fc.Arbitrary<WrittenTable> =>
  fc
    .record({
      own: habits(locale),
      layout: fc.constantFrom<Layout>('columns', 'before', 'behind', 'named', 'bounds', 'lines'),
      rows: fc.array(fc.tuple(transports, ports, ports, fc.boolean()), {minLength: 1, maxLength: 3}),
      form: fc.constantFrom<'html' | 'pipe'>('html', 'pipe'),
      turned: fc.boolean(),
    })
    .map(({own, layout, rows, form, turned}): WrittenTable => {
      const expected = rows.map(([names, list, others, isTwo]): WrittenRow => {
        const [one = [1, 1] as PortRange] = list
        if (layout === 'bounds') return {parts: [{transports: names, ports: [one]}]}
        const parts = [{transports: names, ports: list}]
        const other: Transport[] = names.join() === 'tcp' ? ['udp'] : ['tcp']
        if (isTwo && layout !== 'columns' && names.length === 1)
          parts.push({transports: other, ports: others})
        return {parts}
      })
      return {
        locale,
        form,
        ...writeTable(own, layout, expected, turned),
        expected,
        notes: own.mark === 'none' ? '' : '1. Note.\n\n† Note.\n\n[^1]: Note.\n',
      }
    })
