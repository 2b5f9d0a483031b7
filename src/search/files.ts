/** The static files of search: their names and what is in them. All but the first lie in a folder named by content. */
import type {ColumnKind} from '../model/schema.ts'
import type {Runs} from './index/runs.ts'
import type {QueryLexicon} from './query/query-types.ts'

/** `search/index.json`, the only file with a fixed name: what every query needs. */
export interface SearchIndex {
  /** Folder of the other files: a digest of what they hold. */
  version: string
  /** How many rules there are. */
  rules: number
  /** Languages whose texts can be searched, English first. */
  locales: string[]
  lexicon: QueryLexicon
  /** Files of ports: lowest and highest port of each, and the number of its first rule. */
  ports: [low: number, high: number, first: number][]
  /** Where all ports fit into one file, that file. */
  inline: PortFile | null
  /** Rules by what they state: protocols (upper case) and transports. */
  protocols: Record<string, Runs>
  transports: Record<string, Runs>
  /** Source ports, where a table has a column for them. */
  sourcePorts: [spec: string, rules: Runs][]
}

/** `<version>/ports/<n>.json`: ports and transports in order of rules, and how many rules share them. */
export interface PortFile {
  specs: string[]
  counts: number[]
}

/** `<version>/facets/<n>.json`: `FACET_RULES` rules, one character or number a rule. */
export interface FacetFile {
  /** Numbers of topics, as in `topics.json`. */
  topics: number[]
  /** Distinct lists of protocols, and each rule's place among them. */
  protocolLists: string[][]
  protocols: number[]
  /** `e` external, `i` internal, `-` not named. */
  interfaces: string
  /** `i` inbound, `o` outbound, `w` within a zone, `-` not stated. */
  directions: string
  /** `r` required, `o` optional, `c` conditional, `l` legacy. */
  requirements: string
  /** By locale: `1` where a cell of the rule was corrected. */
  corrected: Record<string, string>
}

/** `<version>/topics.json`: address part and short label by locale, in order of number. */
export type TopicFile = {id: string; titles: Record<string, string>}[]

/** `<version>/meanings.json`: read where no text holds a word. */
export interface MeaningFile {
  /** By locale: folded words, and the fact that each one means. */
  words: Record<string, [word: string, fact: string][]>
  /** Rules by what they state: directions and requirements. */
  facts: Record<string, Runs>
}

/** `<version>/<locale>/words.json`: where to look for words of a language. */
export interface WordFile {
  /** First key of each `<version>/<locale>/words/<n>.json`. */
  first: string[]
  /** Column labels, folded, and the rules whose tables have them. */
  labels: [folded: string, rules: Runs][]
}

/** `<version>/<locale>/rows/<n>.json`: `ROW_RULES` rules as they are shown. */
export interface RowFile {
  /** Each text once. */
  texts: string[]
  /** Address part of the topic and number of its title in `texts`. */
  topics: [id: string, title: number][]
  /** Column kinds and numbers of their labels in `texts`. */
  heads: [kinds: ColumnKind[], labels: number[]][]
  rows: RowEntry[]
}

/** Rule id, place of its topic and head in the file, 1 where a cell was corrected, numbers of the cells' texts. */
export type RowEntry = [id: string, topic: number, head: number, corrected: number, ...cells: number[]]

export const FACET_RULES = 1024
export const ROW_RULES = 32
export const PORT_SPECS = 400

export const INDEX_PATH = 'index.json'
export const portPath = (version: string, file: number): string => `${version}/ports/${file}.json`
export const facetPath = (version: string, file: number): string => `${version}/facets/${file}.json`
export const topicPath = (version: string): string => `${version}/topics.json`
export const meaningPath = (version: string): string => `${version}/meanings.json`
export const wordPath = (version: string, locale: string): string => `${version}/${locale}/words.json`
export const shardPath = (version: string, locale: string, file: number): string =>
  `${version}/${locale}/words/${file}.json`
export const rowPath = (version: string, locale: string, file: number): string =>
  `${version}/${locale}/rows/${file}.json`
