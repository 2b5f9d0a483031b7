/** Writes JSON in which nothing can hide. */

const invisibleRE = /[\p{C}\p{Zl}\p{Zp}]/gu

/** Indented, with a line end; control, format and bidirectional characters in texts are escaped, which means the same. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => line.replace(invisibleRE, escaped))
    .join('\n')}\n`

/** One escape a code unit. */
const escaped = (character: string): string =>
  Array.from(
    {length: character.length},
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')
