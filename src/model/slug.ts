/** Addresses of topics: short, readable, unique, and the same in every language. */
import GithubSlugger, {slug} from 'github-slugger'
import type {Edition} from './edition.ts'

const LONGEST = 80

/** Gives each topic its slug: from its English title, else from its documents' name, else from its key. */
export const createSlugs = (): ((topic: {key: string; editions: Edition[]}) => string) => {
  const slugger = new GithubSlugger()
  return ({key, editions}) => {
    const title = editions
      .map((edition) => edition.title.source)
      .find((source) => source !== null && source !== '')
    const name = editions.map((edition) => edition.name).find((text) => toSlug(text) !== '')
    return slugger.slug(toSlug(title ?? '') || toSlug(name ?? '') || toSlug(key) || 'topic')
  }
}

const accentRE = /\p{M}/gu
const foreignRE = /[^a-z0-9-]/g
const dashesRE = /-{2,}/g

/** ASCII slug, cut at a word. */
export const toSlug = (text: string): string => {
  const whole = slug(text.normalize('NFKD').replace(accentRE, ''))
    .replace(foreignRE, '')
    .replace(dashesRE, '-')
  if (whole.length <= LONGEST) return trim(whole)
  const cut = whole.slice(0, LONGEST + 1)
  return trim(cut.slice(0, Math.max(cut.lastIndexOf('-'), LONGEST / 2)))
}

const trim = (text: string): string => {
  let start = 0
  let end = text.length
  while (start < end && text[start] === '-') start++
  while (end > start && text[end - 1] === '-') end--
  return text.slice(start, end)
}
