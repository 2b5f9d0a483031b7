/** Words of a language by which a sentence speaks of closing something and closes nothing, and those for the state that something comes in. */
import {z} from 'zod'
import data from './blocking.json' with {type: 'json'}
import {byTag} from './by-tag.ts'

const words = z.array(z.string())

/** `affect*` also with an ending, ` * ` for a few words. */
const blockingSchema = z.strictObject({
  /** Names of the act: `blocking`, `das Blockieren`, in forms that order nothing. */
  acts: words,
  /** What it does, behind them: `affects`. */
  effects: words,
  /** Phrases by which something may be closed or turned off, and need not. */
  possible: words,
  /** Words for what holds until somebody changes it: `by default`. */
  byDefault: words,
  /** Whole headers that ask whether something is on. */
  states: words,
  on: words,
  off: words,
  /** Nouns that are a whole cell of a column of actions; as headers they may ask for something else. */
  allowing: words,
  denying: words,
  /** Words that open a clause of reason. */
  because: words,
})

const table = byTag(blockingSchema, data)

/** Those of a language, then those of English, which half-translated texts have. */
export const blockingWordsOf = table.withEnglish
