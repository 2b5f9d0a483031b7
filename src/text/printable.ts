/**
 * The one door of text of documents and of file names to a terminal: what would move its cursor, colour it, ring, turn the
 * writing round or stand there unseen is spelt out.
 */

/**
 * Control characters (C0, DEL, C1), separators of lines, format characters (marks that direct the writing, zero-width ones,
 * tags), fillers that are blank, and halves of characters. A joiner between letters of a script that needs it stays.
 */
const hiddenRE =
  /(?!(?<=[\p{scx=Arab}\p{scx=Deva}\p{scx=Beng}\p{scx=Gujr}\p{scx=Guru}\p{scx=Knda}\p{scx=Mlym}\p{scx=Orya}\p{scx=Sinh}\p{scx=Taml}\p{scx=Telu}\p{scx=Khmr}\p{scx=Mymr}])[\u200c\u200d]\p{L})[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu

/** As JSON writes it, half by half beyond the first plane, so that it reads it back. */
const spellOut = (character: string): string =>
  Array.from(
    {length: character.length},
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')

/** `"a\u001b[31m"` → `"a\\u001b[31m"`; one line stays one line. */
export const printable = (text: string): string => text.replace(hiddenRE, spellOut)

/**
 * The same for text of several lines that are ours: the stack of an error, or JSON, which stays the same data, for its texts
 * hold no line breaks.
 */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n')
