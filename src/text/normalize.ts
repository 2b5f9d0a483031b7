/** The shared ways to make two spellings of one text equal: white space, tokens, search. */

/** White space, also the no-break, thin, ideographic and zero-width kinds. */
const SPACES_RE = /[\s\u00a0\u1680\u180e\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+/gu

/** Scripts in which a character without width parts no words: it only allows a break. Thai and its like mark their words with it. */
const JOINED = [
  ...['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Han', 'Hiragana', 'Katakana', 'Hangul'].map(
    (script) => `\\p{Script=${script}}`,
  ),
  'ー',
].join('')
const BREAKS_RE = new RegExp(`(?<=[${JOINED}\\p{M}])[\\u200b\\u2060\\ufeff]+(?=[${JOINED}])`, 'gu')

/** Marks that direct the writing, soft hyphens, and the vowel marks and long strokes of Arabic: never part of what a text says. */
const INVISIBLE_RE = /[\u00ad\u0640\u064b-\u0652\u0670\u200c-\u200f\u202a-\u202e\u2066-\u2069]/gu

const APOSTROPHES_RE = /[\u0060\u00b4\u02b9\u02bc\u2018\u2019\u201b\u2032\uff07]/gu

/** Words of which every step below keeps each character, but for its case: ASCII, kana, ideographs, Hangul; as most texts are. */
const PLAIN_RE =
  /^[!-_a-~\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+(?: [!-_a-~\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+)*$/

/** Letters that `toLowerCase` leaves apart from their likes, or to which it adds a dot. */
const ODD_LETTERS_RE =
  /[\u0130\u0131\u00df\u1e9e\u03c2\u03a3\u0386\u0388-\u038a\u038c\u038e\u038f\u03ac-\u03af\u03cc-\u03ce]|\u0307/u
/** Greek vowels with the stress that a word loses in capitals, and the same without. */
const STRESSED = new Map([...'άέήίόύώ'.normalize('NFC')].map((letter, at) => [letter, 'αεηιουω'.charAt(at)]))
const STRESSED_RE = /[\u03ac-\u03af\u03cc-\u03ce]/gu
/** The dot that a capital had, and a small letter has by itself; other marks may stand between them. */
const OWN_DOTS_RE = /(?<=\p{Soft_Dotted}\p{M}*)\u0307/gu

/**
 * The small letters in which texts are compared, whatever the language: a word is the same in capitals, by the rules of any.
 * Same length as the input, which is in NFC: `"İZİN"`, `"IZIN"` and `"ızın"` are `"izin"`, `"ΘΥΡΑ"` and `"θύρα"` are `"θυρα"`.
 *
 * Source: Unicode, CaseFolding.txt and SpecialCasing.txt (Turkish, Azerbaijani and Lithuanian).
 */
export function lowerCase(text: string): string {
  if (!ODD_LETTERS_RE.test(text)) return text.toLowerCase()
  return text
    .replaceAll('\u0130', 'i')
    .toLowerCase()
    .replaceAll('\u0131', 'i')
    .replace(STRESSED_RE, (letter) => STRESSED.get(letter) ?? letter)
}

/** `lowerCase` where the length may change: `"STRASSE"` and `"Straße"` are `"strasse"`, `"ΠΡΟΣ"` and `"προς"` are `"προσ"`. */
export function foldCase(text: string): string {
  if (!ODD_LETTERS_RE.test(text)) return text.toLowerCase()
  return lowerCase(text).replace(OWN_DOTS_RE, '').replaceAll('\u03c2', '\u03c3').replaceAll('\u00df', 'ss')
}

/** NFC, each run of white space as one space, none at the ends: `"A\u00a0 B\n"` → `"A B"`. */
export function foldSpace(text: string): string {
  if (PLAIN_RE.test(text)) return text
  return text.normalize('NFC').replace(BREAKS_RE, '').replace(SPACES_RE, ' ').trim()
}

/** For comparing tokens and header words: NFKC, case folded, white space folded: `"ＴＣＰ　Or udp"` → `"tcp or udp"`. */
export function foldToken(text: string): string {
  if (PLAIN_RE.test(text)) return text.toLowerCase()
  return foldSpace(foldCase(foldWidth(text)))
}

/**
 * For searching: `foldToken`, without accents and with one kind of apostrophe: `"Accès d’edge"` →
 * `"acces d'edge"`. Kana keep their voice marks: ガ is another letter than カ.
 */
export function foldSearch(text: string): string {
  if (PLAIN_RE.test(text)) return text.toLowerCase()
  const plain = foldToken(text).replace(APOSTROPHES_RE, "'").normalize('NFD')
  return foldSpace(plain.replace(/[\u0300-\u036f\u0653-\u0655]/gu, ''))
}

/** NFKC without invisible marks: full-width characters become the plain ones. */
export function foldWidth(text: string): string {
  return text.replace(INVISIBLE_RE, '').normalize('NFKC')
}
