/** What the code knows of a language: `words.json` in its folder, all of this shape. */
import {z} from 'zod'

const words = z.array(z.string())

/** How documents say that something must not be let through. */
const denialSchema = z.object({
  /** Whole cells that let through. */
  allows: words,
  /** Whole cells that don't. */
  actions: words,
  /** Words that forbid wherever they stand in a cell, header or heading. */
  words,
  /** Phrases that forbid; ` * ` stands for up to four words. */
  phrases: words,
  /** Words for not, and what is not to be done where one stands near: `never … exposed`. */
  not: words,
  opens: words,
  /** Phrases with such words that forbid nothing: `not blocked`, `block storage`. */
  except: words,
  /** Nouns for what may be blocked and is no traffic of a port: `messages`, `senders`. */
  otherObjects: words,
  /** Words beside which such a noun excuses nothing: `port`, `traffic`, `access`, `this`. */
  ownObjects: words,
  /** Words by which a text before a table speaks of what stands in it: `the following`, `these`. */
  pointers: words,
  /** Phrases that limit what a row is for, and so take for granted that it is let through: `for any other reason`. */
  otherReasons: words,
})

/** What headings, headers and the text before a table say of a table that is none of ports to open. */
const purposeWordsSchema = z.object({
  /** Exempt from IPsec, or from inspection. */
  exempt: words,
  /** Marked for quality of service. */
  mark: words,
  /** Mapped from one port to another: address translation, containers. */
  map: words,
  /** Probed or monitored. */
  probe: words,
  /** Settings of a program. */
  setting: words,
  /** Used by other products. */
  conflict: words,
})

/** How documents say which way traffic goes, between whom, and whether it must be let through. */
const ruleWordsSchema = z.object({
  /** Header words by the kind of a column, that count as a whole header only: inside longer ones they mean other things. */
  headers: z.record(z.string(), words),
  /** Whole cells, and words of headers and headings. */
  directions: z.object({in: words, out: words, both: words}),
  /** Whole cells beside a column of peers: what goes *to* the peer goes out. */
  ways: z.object({to: words, from: words}),
  /** Words in the headers of two columns of ports: of the machine that a table is about, and of its peer. */
  sides: z.object({local: words, remote: words}),
  /** Templates of headings that name two machines: `from {from} to {to}`. */
  connections: words,
  /** Nouns for machines, by which a text is known to name one: `server`; `*server` also at the end of a word, `сервер*` with any ending. */
  machines: words,
  /** Words of a heading that are no part of a machine's name: `requirements`, `ports`. */
  generic: words,
  /** Whole cells that stand for any address. */
  anyEndpoints: words,
  /** Whole cells that stand for the machine that a table is about. */
  itself: words,
  /** What a heading may say of its ports by a participle: where one stands beside the word for ports, and which are understood. */
  participles: z.object({patterns: words, known: words}),
  requirement: z.object({
    required: words,
    optional: words,
    conditional: words,
    legacy: words,
    /** Words before a clause that makes no condition: `even if`. */
    concessive: words,
    /** Phrases with a word for “if” that make no condition: `checks if`. */
    notConditional: words,
  }),
  /** Words around the number of a protocol: `IP protocol number 50`, `ICMP type 8`. */
  protocolNumbers: z.object({protocol: words, number: words, type: words}),
  /** Letters that stand for a requirement as whole cells: `M`, `O`. */
  requirementLetters: z.object({required: words, optional: words}),
})

export const localeDataSchema = z.object({
  locale: z.string(),
  /** The language's own name, such as 日本語. */
  name: z.string(),
  /** Tags, or the first subtags of tags, that this file serves: `ja` serves `ja-JP` and `ja`. */
  matches: words,
  /** Unicode script names of its text: `Han`, `Hiragana`, `Katakana`, `Latin`, … The first is the main one. */
  scripts: words,
  /**
   * Header words by what the column means (the column kinds of the dataset), several spellings each; matched on
   * NFKC, case-folded text. Two more keys name parts of a path header: `role` and `transport`.
   */
  headers: z.record(z.string(), words),
  /** Words for "or" and "and" between list members. */
  conjunctions: words,
  /** Characters and words between the bounds of a range, beside the common `- – — ～ 〜 ~`. */
  rangeWords: words,
  /** Words around a range: `between {low} and {high}`. */
  rangeFrames: words,
  /** Characters that group digits, the first is used to write. */
  digitGroups: words,
  /** Characters between members of a list of protocols, the first is used to write. */
  listSeparators: words,
  /** What stands for "any" in a cell of ports. */
  anyWords: words,
  /** Words beside a number in a cell of ports that change nothing: `port`, `ports`, `range`. */
  portWords: words,
  /** First words of a row that sums up the rows above. */
  totalWords: words,
  /** What stands for "nothing" or "not one thing" in a cell: `not applicable`, `various`. */
  noneWords: words,
  /**
   * Words of names of endpoints, by what stands for them in English names: `{"pool": ["集區"], …}`. `skip` lists
   * words that add nothing; `skip before` and `skip after` those that tell what holds the machine: `in a pool`.
   */
  endpointWords: z.record(z.string(), words).optional(),
  /** Words for a note, with a number a mark that points to it: `note 2`, `注2`. */
  noteWords: words,
  /** Ranges with one bound, as templates: `{n} and above`; `above` and `below` leave the number itself out. */
  openRanges: z.object({atLeast: words, above: words, atMost: words, below: words}),
  /** Ranges that have a name and no numbers: `dynamic`, `ephemeral`; their numbers come from the document alone. */
  namedRanges: words,
  /** Words by which a remark beside a port may name one more port: `also`, `plus`. */
  additionWords: words,
  /** Words that say of the figures in a remark what they are, if no ports to open: `version`, `RFC`, `redirects`, `formerly`. */
  figureWords: words,
  /** Whole cells that answer a header: yes, no, and characters for them. */
  answers: z.object({yes: words, no: words}),
  /**
   * Words that make a clause a condition, up to the next comma (`before`) or from the comma before it (`after`): what a
   * condition says is not said of the port. `notBefore` follows such a word where it is none: `하면 안`, `ならない`. `lead`
   * opens a condition only as the first words of a sentence, up to its comma: `Should this port be blocked, …`.
   */
  conditions: z.object({before: words, after: words, notBefore: words, lead: words}),
  denial: denialSchema,
  purposes: purposeWordsSchema,
  rules: ruleWordsSchema,
  /** Whole cells that stand for what the cell above says: `″`, `same as above`. */
  dittoWords: words,
  /** What a remark in brackets says of a port that need not be open. */
  optionalWords: words,
  /** Words by which a remark in brackets takes something back from what stands beside it: `except`, `not`. */
  limitWords: words,
  /** Such words in remarks that take nothing back: `not encrypted`, `non configurable`. */
  plainRemarks: words,
  /** Words and names that hold a word for port and mean no port of a network: `USB port`, `サポート`. */
  notPorts: words,
  /** Headers of tables whose ports are none of a network: `Harbour`, `Price`, `Connector`, `Error code`. */
  foreignHeaders: words,
  /** Beginnings of the words by which a heading names the interface of a table; matched anywhere in it. */
  interfaces: z.object({external: words, internal: words}),
  /** How a range and a protocol with its security are written: `{low}-{high}`, `{protocol}({security})`. */
  style: z.object({range: z.string(), security: z.string()}),
})

export type LocaleData = z.infer<typeof localeDataSchema>
