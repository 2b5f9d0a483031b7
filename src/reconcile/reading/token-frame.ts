/** A text without its tokens (numbers, abbreviations, files): what a translation memory may fill in again. */

export interface TokenFrame {
  /** The text with a slot for each token. */
  frame: string
  tokens: readonly string[]
}

/** What stands for itself in every language: anything with a digit, abbreviations in capitals, names of files. */
const TOKEN_RE =
  /(?<![\p{L}\p{N}_.-])(?:[\w-]{1,60}\.[a-z]{2,6}\d?(?![\w.])|[\p{Script=Latin}_-]{0,30}\p{N}[\p{Script=Latin}\p{N}_-]{0,30}|\p{Lu}[\p{Lu}\p{N}]{1,15})(?![\p{L}\p{N}_])/gu
const SLOT = '\uE000'

/** The frame of an English text. */
export const tokenFrameOf = (text: string): TokenFrame => {
  const tokens: string[] = []
  const frame = text.replace(TOKEN_RE, (token) => {
    tokens.push(token)
    return SLOT
  })
  return {frame, tokens}
}

/** How often a token stands in a text on its own. */
export const placesOfToken = (text: string, token: string): number[] => {
  const places: number[] = []
  for (let at = text.indexOf(token); at !== -1; at = text.indexOf(token, at + 1))
    if (!/[A-Za-z0-9_]$/.test(text.slice(0, at)) && !/^[A-Za-z0-9_]/.test(text.slice(at + token.length)))
      places.push(at)
  return places
}
