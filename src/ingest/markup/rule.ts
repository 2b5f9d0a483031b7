/** One kind of markup that a documentation system puts among Markdown, and what is left of it for a reader. */

export interface MarkupRule {
  /** In English, plural, for the message that says what was left out: “short codes”. */
  name: string
  /** What every piece of it holds: a document without it need not be looked through. */
  marker: string
  /** Global; its first group is what a reader sees of it, where it has one. */
  find: RegExp
  /** What starts the line that the group makes; it is at most as long as what stands before the group. */
  lead?: string
}

const breakRE = /[\r\n]/

/** As many characters with the same line breaks, all others blank but for `kept`, which stays where it is, with `lead` at the start. */
export function blanked(piece: string, kept: string, lead: string): string {
  const at = kept === '' ? -1 : piece.lastIndexOf(kept)
  let text = ''
  for (let index = 0; index < piece.length; index++) {
    const character = piece.charAt(index)
    const isKept = at !== -1 && index >= at && index < at + kept.length
    text += isKept || breakRE.test(character) ? character : ' '
  }
  const isRoom = at !== -1 && lead.length <= at && !breakRE.test(piece.slice(0, lead.length))
  return isRoom ? lead + text.slice(lead.length) : text
}
