/** Words of restriction of a language, by which a sentence is known to limit something even where nobody understands how. */
import {z} from 'zod'
import {byTag} from './by-tag.ts'
import data from './restricting.json' with {type: 'json'}

const words = z.array(z.string())

/** `guest*` also with an ending, `*netz` also at the end of a word, ` * ` for up to three words; all may be empty. */
const restrictingSchema = z.strictObject({
  /** Words that restrict to what is named. */
  only: words,
  /** Words that restrict to all but what is named. */
  except: words,
  /** Words that forbid beside one of `reach`. */
  no: words,
  /** Words for reaching a machine or a port. */
  reach: words,
  /** Those who connect. */
  people: words,
  /** Words for all that is left beside what a row names: `everywhere else`. */
  elsewhere: words,
  /** Words for other, in a cell that stands for all that no other row names: `All other ports`. */
  remaining: words,
  /** What such a cell names beside them: any traffic, any address; words that join. */
  anything: words,
  /** Any machines. */
  anybody: words,
  /** What stands alone for an end where there is none: nobody connects. */
  nobody: words,
  /** From where they connect. */
  places: words,
  /** Phrases that hold one of these words and restrict nothing: `read-only`. */
  plain: words,
  /** Words for times, versions and occasions. */
  other: words,
  /** Phrases that tell which port is used instead, for which `#` stands. */
  moved: words,
  /** Words by which that may be or will be so, but isn't. */
  notYet: words,
  /** Words for what nothing uses yet. */
  reserved: words,
  /** Those of `only` that restrict to what stands right beside them: `only these ports`. */
  alone: words,
  /** Phrases that point at ports or at rows of a table: `these ports`, `the rules above`. */
  these: words,
  /** Words that point at what comes next. */
  ahead: words,
  /** Words by which something does not come through, without one of `no`: `unreachable`. */
  unreachable: words,
  /** What only the machine itself reaches. */
  loopback: words,
  /** What columns are called that take something back: `Exceptions`, `Not from`. */
  excluding: words,
  /** Parts of a network, and its sides. */
  zones: words,
  /** Stems of what ports are for: with one of these a zone is from where or to where. */
  traffic: words,
  /** Stems by which something is closed, hidden or kept away. */
  closing: words,
  /** Stems by which connections are turned away. */
  refusing: words,
  /** Words for what stays in the house. */
  inside: words,
  /** Words for what is there no more, not yet, or not switched on: `removed`, `disabled`, `reserved`. */
  outOfUse: words,
  /** What may stand beside them and says no more: `by default`, `since`; versions and times are in `other`. */
  besideState: words,
  /** Words by which ports are used, needed or open, in the forms that stand beside “not”. */
  inUse: words,
  /** What tells a reader to see to something: of a port that is not used by others. */
  ensuring: words,
  /** Those of `plain` that end a use: `no longer`. */
  noLonger: words,
  /** Words for use, and those that stand beside it. */
  usage: words,
  /** Endings of the first word of what is to be done. */
  ordersFirst: words,
  /** Endings of its last word. */
  ordersLast: words,
  /** Words right behind its first one. */
  ordersBeside: words,
  /** Words anywhere that relate a zone to what is done. */
  ordersAnywhere: words,
  /** Those and what is outside, from where nobody is to come. */
  outer: words,
  /** Participles of what is closed or blocked, in all forms. */
  shut: words,
  /** Words by which something has to be so, or stays so: beside one of `shut` it is forbidden to open it. */
  staying: words,
  /** Phrases by which only some ports of a range are meant, or several of one: `even ports`, `every second port`. */
  somePorts: words,
  /** Words that say so in a remark right beside ports: `odd`, `per call`, `starting at`. */
  someOfRange: words,
  /** Phrases for all of a document. */
  wholeDocument: words,
  /** Phrases for all below a heading. */
  wholeSection: words,
})

export type RestrictingWords = z.infer<typeof restrictingSchema>

const table = byTag(restrictingSchema, data)

/** Those of a language, then those of English, which half-translated cells have. */
export const restrictingWordsOf = table.withEnglish

/** Those of a language alone; null where none are known. */
export const ownRestrictingWordsOf = table.ownOf

/** The words of a list in all languages, for texts whose language does not matter. */
export const restrictingWordsOfAll = (list: keyof RestrictingWords): string[] =>
  table.all.flatMap((words) => words[list])
