/** Markup that a quick look and a parser read alike, and what they don't. */

/** A whole tag of an element whose content is shown, on one line, its values quoted and without a pipe. */
const plainTagRE = /<\/?(?!script|style)[a-z][a-z\d]*(?:[ \t]+[a-z-]+="[^"<>|\r\n]*")*[ \t]*\/?>/gi

export const withoutPlainTags = (text: string): string => text.replace(plainTagRE, '')

/** A character reference without its semicolon: HTML reads some of them, none with a single letter (Q&A); Markdown none at all. */
const openReferenceRE = /&(?:#[a-z\d]+|[a-z\d]{2,})(?![a-z\d;])/i

export const hasOpenReference = (text: string): boolean => text.includes('&') && openReferenceRE.test(text)
