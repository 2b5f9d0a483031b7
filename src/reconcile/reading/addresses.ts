/** Blanks what no reader compares word by word: link targets, web addresses, inline tags, and placeholders in angle brackets. */

import {withoutPlaceholders} from './numbers/placeholders.ts'

/** Bounded: what opens and never closes is not read to its end again and again. */
const LINK_TARGET_RE = /\]\([^)\s]{0,2000}\)/g
const ADDRESS_RE = /(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/[^\s<>()\u3000-\u9FFF\uFF01-\uFFEF]*/g

const PLACEHOLDER_RE = /<[^<>\s]{1,60}>/g
/** Inline tags as files of translations write them: `<x id="7"/>` is no number. */
const TAG_RE = /<\/?[a-z][\w:-]{0,30}(?:\s{1,4}[\w:-]{1,30}="[^"<>]{0,200}"){1,10}\s{0,4}\/?>/gi

/** The text with link targets, addresses, inline tags and names in angle brackets as spaces; same length. */
export const withoutLinks = (text: string): string =>
  text.includes('](') || text.includes('://') || text.includes('<')
    ? text
        .replace(LINK_TARGET_RE, (target) => ']'.padEnd(target.length))
        .replace(ADDRESS_RE, (address) => ' '.repeat(address.length))
        .replace(TAG_RE, (tag) => ' '.repeat(tag.length))
        .replace(PLACEHOLDER_RE, (name) => ' '.repeat(name.length))
    : text

/** The same without any placeholder. */
export const withoutAddresses = (text: string): string => withoutPlaceholders(withoutLinks(text))

/** The targets of Markdown links, in order. */
export const linkTargets = (text: string): string[] =>
  [...text.matchAll(LINK_TARGET_RE)].map(([target]) => target.slice(2, -1))
