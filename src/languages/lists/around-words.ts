/** Words of a language by which a heading or a note is known to speak of something else than the ports below or beside it. */
import {z} from 'zod'
import data from './around-words.json' with {type: 'json'}
import {byTag} from './by-tag.ts'

const words = z.array(z.string())

/** `import*` also with an ending, `*port` also at the end of a word. */
const aroundSchema = z.strictObject({
  /** Those of the words for a direction that also name what a program writes or what somebody sends: `salida de ejemplo`. */
  motions: words,
  /** Stems of what goes in a direction: ports, traffic, connections, rules. */
  traffic: words,
  /** What is done in a section, where its heading begins with it: `Importing certificates for the host` is no machine. */
  opening: words,
  /** The same where its heading ends with it. */
  closing: words,
  /** Phrases for good practice, of which no port is optional. */
  advice: words,
  /** What somebody needs to connect, which is no port; where a language writes no spaces with the word that it needs. */
  credentials: words,
})

export type AroundWords = z.infer<typeof aroundSchema>

const table = byTag(aroundSchema, data)

/** Those of one list of a language, then those of English, which half-translated texts have. */
export const aroundWordsOf = (locale: string, list: keyof AroundWords): string[] =>
  table.withEnglish(locale).flatMap((each) => each[list])
