import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import type {Placement} from '../../src/ingest/identity/placement.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import {withPlacements} from '../../src/ingest/sources-fs.ts'
import {statedSource} from '../../src/model/stated.ts'
import {runs} from '../support/thorough.ts'

/** Where a page stands in English and in a language, as systems of documentation have it. */
const layouts: Record<string, (locale: string | null, page: string) => string> = {
  Hugo: (locale, page) => `content/${locale ?? 'en'}/docs/${page}.md`,
  'Docusaurus with versions': (locale, page) =>
    locale === null
      ? `versioned_docs/version-2.1/${page}.mdx`
      : `i18n/${locale}/docusaurus-plugin-content-docs/version-2.1/${page}.mdx`,
  Starlight: (locale, page) => `src/content/docs/${locale === null ? '' : `${locale}/`}net/${page}.md`,
  'MkDocs with suffixes': (locale, page) => `docs/net/${page}${locale === null ? '' : `.${locale}`}.md`,
  'repositories beside each other': (locale, page) =>
    locale === null ? `handbook/docs/${page}.md` : `handbook.${locale}/docs/${page}.md`,
  'a folder for translations': (locale, page) => `docs/${locale === null ? '' : `l10n/${locale}/`}${page}.md`,
  'folders as gettext has them': (locale, page) => `translations/${locale ?? 'en'}/LC_MESSAGES/${page}.md`,
  'a file a language': (locale, page) => `net/${page}/text_${locale ?? 'en'}.md`,
}

/** Machines and what they send, in English and in the languages. */
const words: Record<string, [who: string, what: string][]> = {
  en: [
    ['Lighthouse', 'signals'],
    ['Harbour office', 'tide tables'],
    ['Pilot boat', 'positions'],
    ['Crane', 'load lists'],
    ['Weather buoy', 'readings'],
    ['Lock keeper', 'openings'],
    ['Tug', 'orders'],
    ['Dry dock', 'repairs'],
    ['Customs', 'declarations'],
    ['Chart room', 'corrections'],
    ['Fish market', 'prices'],
    ['Ferry', 'passengers'],
  ],
  fr: [
    ['Phare', 'signaux'],
    ['Capitainerie', 'tables des marées'],
    ['Bateau-pilote', 'positions'],
    ['Grue', 'listes de charge'],
    ['Bouée météo', 'mesures'],
    ['Éclusier', 'ouvertures'],
    ['Remorqueur', 'ordres'],
    ['Cale sèche', 'réparations'],
    ['Douane', 'déclarations'],
    ['Salle des cartes', 'corrections'],
    ['Criée', 'prix'],
    ['Bac', 'passagers'],
  ],
  'ja-jp': [
    ['灯台', '信号'],
    ['港務所', '潮汐表'],
    ['水先船', '位置'],
    ['起重機', '積荷表'],
    ['気象ブイ', '測定値'],
    ['閘門番', '開門'],
    ['曳船', '指示'],
    ['乾船渠', '修理'],
    ['税関', '申告'],
    ['海図室', '訂正'],
    ['魚市場', '価格'],
    ['渡船', '乗客'],
  ],
  de: [
    ['Leuchtturm', 'Signale'],
    ['Hafenamt', 'Gezeitentafeln'],
    ['Lotsenboot', 'Positionen'],
    ['Kran', 'Ladelisten'],
    ['Wetterboje', 'Messwerte'],
    ['Schleusenwärter', 'Öffnungen'],
    ['Schlepper', 'Aufträge'],
    ['Trockendock', 'Reparaturen'],
    ['Zollamt', 'Erklärungen'],
    ['Kartenraum', 'Berichtigungen'],
    ['Fischmarkt', 'Preise'],
    ['Fähre', 'Fahrgäste'],
  ],
}
const heads: Record<string, string[]> = {
  en: ['Source', 'Protocol', 'Port', 'Notes'],
  fr: ['Source', 'Protocole', 'Port', 'Remarques'],
  'ja-jp': ['送信元', 'プロトコル', 'ポート', '備考'],
  de: ['Quelle', 'Protokoll', 'Port', 'Hinweise'],
}
const sentence: Record<string, (what: string) => string> = {
  en: (what) => `Receives the ${what} of the day`,
  fr: (what) => `Reçoit les ${what} du jour`,
  'ja-jp': (what) => `その日の${what}を受信します`,
  de: (what) => `Empfängt die ${what} des Tages`,
}
const titles: Record<string, [string, string]> = {
  en: ['Ports of the north pier', 'Ports of the south pier'],
  fr: ['Ports de la jetée nord', 'Ports de la jetée sud'],
  'ja-jp': ['北埠頭のポート', '南埠頭のポート'],
  de: ['Ports der Nordmole', 'Ports der Südmole'],
}

/** A row by its number; each port stands once, and two rows share a protocol. */
const rowOf = (locale: string, index: number): string[] => {
  const [who = `Mole ${index}`, what = `Q${index}`] = words[locale]?.[index] ?? []
  return [who, index % 3 === 0 ? 'UDP' : 'TCP', String(4100 + index * 7), sentence[locale]?.(what) ?? '']
}

const table = (locale: string, rows: number[], order: number[]): string =>
  [heads[locale] ?? [], order.map(() => '---'), ...rows.map((index) => rowOf(locale, index))]
    .map(
      (cells, line) => `| ${(line === 1 ? cells : order.map((column) => cells[column] ?? '')).join(' | ')} |`,
    )
    .join('\n')

const ORDER = [0, 1, 2, 3]
const [NORTH, SOUTH] = [
  [0, 1, 2, 3, 4, 5],
  [6, 7, 8, 9, 10, 11],
]

interface Drift {
  north: number[][]
  south: number[]
  order: number[]
  renamed: boolean
  /** The south table stands on the other page. */
  moved: boolean
}

const same: Drift = {north: [NORTH], south: SOUTH, order: ORDER, renamed: false, moved: false}

const drifts = {
  nothing: fc.constant(same),
  'rows removed': fc
    .subarray(NORTH, {minLength: 3, maxLength: 5})
    .map((north): Drift => ({...same, north: [north]})),
  'rows that the English has not': fc
    .subarray([12, 13, 14], {minLength: 1})
    .map((more): Drift => ({...same, north: [[...NORTH.slice(0, 3), ...more, ...NORTH.slice(3)]]})),
  'rows in another order': fc
    .shuffledSubarray(NORTH, {minLength: NORTH.length})
    .map((north): Drift => ({...same, north: [north]})),
  'columns in another order': fc
    .shuffledSubarray(ORDER, {minLength: 4})
    .map((order): Drift => ({...same, order})),
  'a heading renamed': fc.constant<Drift>({...same, renamed: true}),
}

/** Rows whose English stands in another table, or on another page: they may be left without, and get no other one. */
const farDrifts = {
  'rows in the other table': fc.subarray(SOUTH, {minLength: 1, maxLength: 3}).map(
    (more): Drift => ({
      ...same,
      north: [[...NORTH, ...more]],
      south: SOUTH.filter((row) => !more.includes(row)),
    }),
  ),
  'a table split in two': fc
    .integer({min: 2, max: 4})
    .map((cut): Drift => ({...same, north: [NORTH.slice(0, cut), NORTH.slice(cut)]})),
  'a table on another page': fc.constant<Drift>({...same, moved: true}),
}

function pagesOf(locale: string, {north, south, order, renamed, moved}: Drift): [string, string][] {
  const [one, two] = titles[locale] ?? ['', '']
  const heading = renamed ? 'X 7' : one
  const northern = north.map((rows) => `## ${heading}\n\n${table(locale, rows, order)}`).join('\n\n')
  const southern = `## ${two}\n\n${table(locale, south, order)}`
  return [
    ['piers', `# ${one}, ${two}\n\n${[northern, ...(moved ? [] : [southern])].join('\n\n')}\n`],
    ['yard', `# ${two}\n\n${moved ? southern : 'Text.'}\n`],
  ]
}

/** Of the cells whose row the English has: how many have their English, and which have another one. */
function measure(layout: (locale: string | null, page: string) => string, locale: string, drift: Drift) {
  const documents = [
    ...pagesOf('en', same).map(([page, text]) => [layout(null, page), text] as const),
    ...pagesOf(locale, drift).map(([page, text]) => [layout(locale, page), text] as const),
  ]
  const texts = new Map(documents)
  const files = withPlacements([...texts.keys()].map((path) => ({path})))
  const kb = buildKnowledgeBase(files.map(({path, ...rest}) => ingest(texts.get(path) ?? '', path, rest)))
  const englishOf = new Map(
    [...NORTH, ...SOUTH].flatMap((index) =>
      rowOf(locale, index).map((cell, column) => [cell, rowOf('en', index)[column]] as const),
    ),
  )
  const cells = kb.units.filter((unit) => unit.row > 0 && !unit.locale.startsWith('en'))
  const told = cells.map((unit) => [statedSource(unit), englishOf.get(unit.target) ?? null] as const)
  return {
    all: told.filter(([, wanted]) => wanted !== null).length,
    right: told.filter(([found, wanted]) => wanted !== null && found === wanted).length,
    wrong: told.filter(([found, wanted]) => found !== null && found !== wanted),
  }
}

describe('English in a document of its own, however far it has drifted', () => {
  for (const [system, layout] of Object.entries(layouts)) {
    const check = (arbitrary: fc.Arbitrary<Drift>, least: number): void => {
      const sum = {all: 0, right: 0}
      fc.assert(
        fc.property(arbitrary, fc.constantFrom('fr', 'ja-jp', 'de'), (drift, locale) => {
          const {all, right, wrong} = measure(layout, locale, drift)
          expect(wrong).toEqual([])
          sum.all += all
          sum.right += right
        }),
        {numRuns: runs(4), seed: 7},
      )
      expect(sum.right / sum.all).toBeGreaterThanOrEqual(least)
    }
    test.each(Object.entries(drifts))(`${system}: %s`, (_, arbitrary) => check(arbitrary, 0.95))
    test.each(Object.entries(farDrifts))(`${system}: %s, never another one`, (_, arbitrary) =>
      check(arbitrary, 0.5),
    )
  }

  test('a short word behind a hyphen is no language where no other one stands beside it', () => {
    const paths = [
      'docs/sign-in.md',
      'docs/sign.md',
      'docs/add-on.md',
      'docs/port-is.md',
      'docs/use_fr.md',
      'docs/use.md',
    ]
    const placed = withPlacements<{path: string; placement?: Placement}>(paths.map((path) => ({path})))
    expect(placed.map(({placement}) => placement?.by === 'path')).toEqual([
      false,
      false,
      false,
      false,
      true,
      false,
    ])
  })
})
