/** The largest number that a sentence usually spells. */
const MAX_SPELLED = 12
/** Words of a sentence; fewer are the text of a cell of tokens. */
const SENTENCE_WORDS = 4

/** Whether a text without a number may write it as a word, in any language: “quatre broches”. */
export const maySpell = (value: number, text: string): boolean =>
  value <= MAX_SPELLED && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= SENTENCE_WORDS
