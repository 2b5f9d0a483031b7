/** Words in names of folders and files that say how a document was made. */
import {lookUp} from '../../text/look-up.ts'

export type FormWord = 'human' | 'machine' | 'other'

const words: Readonly<Record<string, FormWord>> = {
  human: 'human',
  ht: 'human',
  machine: 'machine',
  mt: 'machine',
  bilingual: 'machine',
  'bilingual-pipe': 'machine',
  pipe: 'other',
}

/** What a part of a path says of how the document was made; null for any other word. */
export const formWordOf = (part: string): FormWord | null => lookUp(words, part.toLowerCase()) ?? null
