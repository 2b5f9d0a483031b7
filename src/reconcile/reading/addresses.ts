/** Blanks what no reader compares word by word: link targets, web addresses, and placeholders in angle brackets. */

/** Bounded: what opens and never closes is not read to its end again and again. */
const LINK_TARGET_RE = /\]\([^)\s]{0,2000}\)/g
const ADDRESS_RE = /[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s<>()\u3000-\u9FFF\uFF01-\uFFEF]*/g

const PLACEHOLDER_RE = /<[^<>\s]{1,60}>/g

/** The text with link targets, addresses and placeholders as spaces; same length. */
export const withoutAddresses = (text: string): string =>
  text.includes('](') || text.includes('://') || text.includes('<')
    ? text
        .replace(LINK_TARGET_RE, (target) => ']'.padEnd(target.length))
        .replace(ADDRESS_RE, (address) => ' '.repeat(address.length))
        .replace(PLACEHOLDER_RE, (name) => ' '.repeat(name.length))
    : text

/** The targets of Markdown links, in order. */
export const linkTargets = (text: string): string[] =>
  [...text.matchAll(LINK_TARGET_RE)].map(([target]) => target.slice(2, -1))
