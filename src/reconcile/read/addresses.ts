/** Blanks what no reader sees or compares word by word: link targets and web addresses. */

const LINK_TARGET_RE = /\]\([^)\s]*\)/g
const ADDRESS_RE = /[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s<>()\u3000-\u9FFF\uFF01-\uFFEF]*/g

/** The text with link targets and addresses as spaces; same length. */
export const withoutAddresses = (text: string): string =>
  text.includes('](') || text.includes('://')
    ? text
        .replace(LINK_TARGET_RE, (target) => ']'.padEnd(target.length))
        .replace(ADDRESS_RE, (address) => ' '.repeat(address.length))
    : text

/** The targets of Markdown links, in order. */
export const linkTargets = (text: string): string[] =>
  [...text.matchAll(LINK_TARGET_RE)].map(([target]) => target.slice(2, -1))
