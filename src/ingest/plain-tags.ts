/** Tags that a quick look and a parser read alike. */

/** A whole tag of an element whose content is shown, on one line, its values quoted and without a pipe. */
const plainTagRE = /<\/?(?!script|style)[a-z][a-z\d]*(?:[ \t]+[a-z-]+="[^"<>|\r\n]*")*[ \t]*\/?>/gi

export const withoutPlainTags = (text: string): string => text.replace(plainTagRE, '')
