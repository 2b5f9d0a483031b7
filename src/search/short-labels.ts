/**
 * Short labels for things that are chosen from a list: what tells a title from the others. What many titles begin or end with
 * (“Port summary - ”, “ in Contoso Server 2019”) tells nothing, and is left out where it is set off by a separator or a small word.
 */
import {foldSpace} from '../text/normalize.ts'

export interface Titled {
  id: string
  title: string
  /** Path of what it is the title of: where titles are the same, its folders tell them apart. */
  path: string
}

/** A colon or bar, and a dash with a space beside it or between ideographs. */
const SEPARATOR_RE = /\s*[:：|｜]\s*|\s+[-–—]\s*|(?<=[\p{Lo}\p{M}ー])[-–—]\s*/gu
const EDGES_RE = /^[\s,;:：|｜–—-]+|[\s,;:：|｜–—-]+$/gu
const WORDS_RE = /[\p{L}\p{N}]/u
const WORD_RE = /(?<=\s)[\p{L}\p{M}’']+(?=\s)/gu

/**
 * @param small words of the titles' language that say nothing alone: in, for, dans
 * @returns labels by id: none is empty, and no two are the same
 */
export function shortLabels(titled: readonly Titled[], small: readonly string[]): Map<string, string> {
  const all = titled.map((each) => ({...each, title: foldSpace(each.title)}))
  let cut = all.map(({title}) => title)
  for (let round = 0; round < ROUNDS; round++) cut = withoutShared(cut, small)
  const whole = withoutTwins(
    cut,
    all.map(({title}) => title),
  )
  const placed = withoutTwins(
    whole,
    whole.map((label, index) => `${label} (${placeOf(index, whole, all)})`.trim()),
  )
  const ids = all.map(({id}) => id)
  const last = withoutTwins(placed, ids)
  return new Map(ids.map((id, index) => [id, last[index] || id]))
}

/** Name of the product, kind of the page, and one more. */
const ROUNDS = 3
/** So many titles share what tells nothing, and such a part of all; of few titles more than half. */
const [FEWEST, PART] = [3, 4]

/** Titles without their first and their last piece where many of them have the same one. */
function withoutShared(titles: readonly string[], small: readonly string[]): string[] {
  const count = titles.length
  const many = Math.max(2, Math.min(Math.ceil(count / 2), Math.max(FEWEST, Math.ceil(count / PART))))
  const heads = countKeys(titles.map(headsOf))
  const tails = countKeys(titles.map((title) => tailsOf(title, small)))
  return titles.map((title) => {
    const [head] = headsOf(title).filter(({key}) => (heads.get(key) ?? 0) >= many)
    const tail = longest(tailsOf(title, small).filter(({key}) => (tails.get(key) ?? 0) >= many))
    const start = head?.length ?? 0
    const end = title.length - (tail?.length ?? 0)
    const pieces = [title.slice(start, end), title.slice(start), title.slice(0, end)]
    return pieces.map((text) => text.replace(EDGES_RE, '')).find((text) => WORDS_RE.test(text)) ?? title
  })
}

/** A piece of a title: how long it is, and what it is counted by. */
interface Piece {
  length: number
  key: string
}

const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .toLowerCase()

/** What stands before each separator, the shortest first. */
const headsOf = (title: string): Piece[] =>
  [...title.matchAll(SEPARATOR_RE)].map(({index, 0: separator}) => ({
    length: index + separator.length,
    key: keyOf(title.slice(0, index)),
  }))

/** What stands behind each separator, or from a small word on. */
const tailsOf = (title: string, small: readonly string[]): Piece[] => [
  ...[...title.matchAll(SEPARATOR_RE)].map(({index, 0: separator}) => ({
    length: title.length - index,
    key: keyOf(title.slice(index + separator.length)),
  })),
  ...[...title.matchAll(WORD_RE)].flatMap(({index, 0: word}) =>
    small.includes(word.toLowerCase())
      ? [{length: title.length - index, key: keyOf(title.slice(index + word.length))}]
      : [],
  ),
]

const countKeys = (pieces: readonly Piece[][]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const own of pieces)
    for (const key of new Set(own.map((piece) => piece.key))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const longest = (pieces: readonly Piece[]): Piece | undefined =>
  pieces.toSorted((a, b) => b.length - a.length)[0]

/** Labels that several have give way to others. */
const withoutTwins = (labels: readonly string[], others: readonly string[]): string[] => {
  const counts = Map.groupBy(labels, (label) => label.toLowerCase())
  return labels.map((label, index) =>
    (counts.get(label.toLowerCase())?.length ?? 0) > 1 ? (others[index] ?? label) : label,
  )
}

/** The folders and the name that the twins of a label don't share. */
const placeOf = (index: number, labels: readonly string[], all: readonly Titled[]): string => {
  const own = labels[index]?.toLowerCase()
  const twins = all.filter((_, at) => labels[at]?.toLowerCase() === own).map(({path}) => partsOf(path))
  const parts = partsOf(all[index]?.path ?? '')
  return parts.filter((part) => !twins.every((twin) => twin.includes(part))).join('/')
}

const partsOf = (path: string): string[] => path.replace(/\.[a-z]+$/i, '').split('/')
