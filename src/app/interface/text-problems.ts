/** What is wrong with the texts of the interface in a language, beside the English ones. */
import stringWidth from 'string-width'

export type TextProblemKind = 'missing' | 'extra' | 'place' | 'parts' | 'plural' | 'english' | 'long'

export interface TextProblem {
  kind: TextProblemKind
  key: string
  message: string
  hint: string
}

export type Texts = Readonly<Record<string, string>>

export interface ComparedTexts {
  locale: string
  english: Texts
  /** What a file says. */
  own: Texts
  /** What is shown where the file says nothing: texts that ship for the language; none where it has none. */
  inherited?: Texts
  /** English words that are right as they stand in the language. */
  unchanged?: readonly string[]
}

/** Problems in the order of the English texts, those of texts that English doesn't have at the end. */
export function textProblems({
  locale,
  english,
  own,
  inherited = {},
  unchanged = [],
}: ComparedTexts): TextProblem[] {
  const englishTexts = new Map(Object.entries(english))
  const texts = new Map(Object.entries(own))
  const known = new Map([...Object.entries(inherited), ...texts])
  const stems = countedStems(englishTexts)
  const forms = pluralForms(locale)
  const isSame = /^en(?:-|$)/.test(locale)
  const asked = [...englishTexts].flatMap(([key, text]): [key: string, english: string][] => {
    const stem = stemOf(key, stems)
    if (stem === null) return [[key, text]]
    // Each counted text once, in the forms of its own language.
    return key === `${stem}.other`
      ? [...forms.keys()].map((form) => [`${stem}.${form}`, englishTexts.get(`${stem}.${form}`) ?? text])
      : []
  })
  const problems = asked.flatMap(([key, text]) => {
    if (!known.has(key))
      return isSame ? [] : [missing(key, text, countedIn(known, stemOf(key, stems)), locale, forms)]
    const translation = texts.get(key)
    if (translation === undefined) return []
    const stem = stemOf(key, stems)
    const mayLeaveOut = stem !== null && forms.get(key.slice(stem.length + 1))?.length === 1
    return [
      ...placeProblems(key, englishTexts.get(`${stem}.other`) ?? text, translation, mayLeaveOut),
      ...(isSame ? [] : wordProblems(key, text, translation, unchanged)),
    ]
  })
  const allowed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  const extra = [...texts.keys()].filter((key) => {
    const stem = stemOf(key, stems)
    return stem === null ? !englishTexts.has(key) : !allowed.some((form) => key === `${stem}.${form}`)
  })
  return [...problems, ...extra.map((key) => extraProblem(key, stemOf(key, stems), locale))]
}

/** `rules` of `rules.one` and `rules.other`; `column.other` is no plural, since there is no `column.one`. */
function countedStems(english: ReadonlyMap<string, string>): ReadonlySet<string> {
  const stems = [...english.keys()].flatMap((key) =>
    key.endsWith('.one') ? [key.slice(0, -'.one'.length)] : [],
  )
  return new Set(stems.filter((stem) => english.has(`${stem}.other`)))
}

function stemOf(key: string, stems: ReadonlySet<string>): string | null {
  const stem = /^(.+)\.(?:zero|one|two|few|many|other)$/.exec(key)?.[1]
  return stem !== undefined && stems.has(stem) ? stem : null
}

const formNames = ['zero', 'one', 'two', 'few', 'many', 'other'] as const

/** Beyond it a form is of fractions or of whole millions, which nothing is counted in. */
const MOST_COUNTED = 1000

/** The forms that whole numbers take, with the numbers that they are for, and `other`, which stands in for all. */
function pluralForms(locale: string): ReadonlyMap<string, number[]> {
  const rules = new Intl.PluralRules(locale)
  const forms = new Map<string, number[]>()
  for (let count = 0; count <= MOST_COUNTED; count += 1) {
    const form = rules.select(count)
    const numbers = forms.get(form) ?? []
    // Nothing is said of 0 in the form that 1 has.
    if (numbers[0] === 0 && form !== 'other') numbers.pop()
    numbers.push(count)
    forms.set(form, numbers)
  }
  return new Map(
    formNames.flatMap((form) => {
      const numbers = forms.get(form) ?? (form === 'other' ? [] : null)
      return numbers === null ? [] : [[form, numbers]]
    }),
  )
}

/** The stem, where some form of it is there: one of which there is none is a text like any other. */
const countedIn = (known: ReadonlyMap<string, string>, stem: string | null): string | null =>
  stem !== null && formNames.some((form) => known.has(`${stem}.${form}`)) ? stem : null

function missing(
  key: string,
  english: string,
  stem: string | null,
  locale: string,
  forms: ReadonlyMap<string, number[]>,
): TextProblem {
  if (stem === null)
    return {
      kind: 'missing',
      key,
      message: `expected a text for ${key}, found none; in English: ${english}`,
      hint: 'until it is there, the English is shown',
    }
  const form = key.slice(stem.length + 1)
  const numbers = (forms.get(form) ?? []).slice(0, 3)
  return {
    kind: 'plural',
    key,
    message: `expected the form ${key} that ${locale} needs${numbers.length > 0 ? ` for ${numbers.join(', ')}` : ''}, found none; in English: ${english}`,
    hint: `${locale} counts in ${[...forms.keys()].join(', ')}: write ${stem} in each`,
  }
}

const extraProblem = (key: string, stem: string | null, locale: string): TextProblem =>
  stem === null
    ? {
        kind: 'extra',
        key,
        message: `expected keys of the English texts, found ${key}`,
        hint: 'nothing shows it: correct its spelling, or remove it',
      }
    : {
        kind: 'plural',
        key,
        message: `expected forms that ${locale} has, found ${key}`,
        hint: 'no number has this form: remove it',
      }

const placesOf = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\{\w+\}/g)].map(([place]) => place))

/** @param mayLeaveOut the text is for one number alone, which it may say in words */
function placeProblems(key: string, english: string, text: string, mayLeaveOut: boolean): TextProblem[] {
  const [wanted, found] = [placesOf(english), placesOf(text)]
  const lost = [...wanted].filter((place) => !found.has(place) && !(mayLeaveOut && place === '{count}'))
  const added = [...found].filter((place) => !wanted.has(place))
  const parts = [english, text].map((each) => each.split('|').length)
  const problems: TextProblem[] = []
  if (lost.length + added.length > 0)
    problems.push({
      kind: 'place',
      key,
      message: `expected ${listOf(wanted)} in ${key}, found ${listOf(found)}`,
      hint: 'a place is filled by its name: keep each as it is in English',
    })
  if (parts[0] !== parts[1])
    problems.push({
      kind: 'parts',
      key,
      message: `expected ${parts[0]} parts between “|” in ${key}, found ${parts[1]}`,
      hint: 'write as many parts as the English has, in the same order',
    })
  return problems
}

const listOf = (places: ReadonlySet<string>): string =>
  places.size === 0 ? 'no place' : [...places].join(', ')

/** Common English words that hardly any other language has; one alone may be a name. */
const englishWords: ReadonlySet<string> = new Set(
  'the and which with this that from what where there have are not is of'.split(' '),
)
const FEW = 2

/** A word of so many letters is not the same in two languages by chance. */
const LONG_WORD = 3

/** Names that no language translates. */
const names: ReadonlySet<string> = new Set(['portolan', 'markdown'])

function wordProblems(
  key: string,
  english: string,
  text: string,
  unchanged: readonly string[],
): TextProblem[] {
  if (text.trim() === '' && english.trim() !== '')
    return [
      {
        kind: 'missing',
        key,
        message: `expected a text for ${key}, found an empty one`,
        hint: 'write it, or remove the key',
      },
    ]
  const words = wordsOf(text)
  const kept = new Set(unchanged.map((word) => word.toLowerCase()))
  // An abbreviation is in capitals; short words such as “in” many languages share.
  const isRight = (word: string) =>
    !/\p{Ll}/u.test(word) ||
    word.length < LONG_WORD ||
    names.has(word.toLowerCase()) ||
    kept.has(word.toLowerCase())
  const left = text === english ? words.filter((word) => !isRight(word)) : []
  const small = new Set(words.filter((word) => englishWords.has(word)))
  if (left.length > 0 || small.size >= FEW)
    return [
      {
        kind: 'english',
        key,
        message: `expected no English in ${key}, found “${text.trim()}”`,
        hint: 'translate it; where the words are the same in the language, list them under “unchanged”',
      },
    ]
  return longProblem(key, english, text)
}

/** Words of two letters or more, places left out. */
const wordsOf = (text: string): string[] =>
  text.replace(/\{\w+\}/g, ' ').match(/\p{L}[\p{L}\p{M}’'-]+/gu) ?? []

/** Up to so many columns a text is one for a button, a mark or the head of a column: it has no place to grow. */
const SHORT = 24

function longProblem(key: string, english: string, text: string): TextProblem[] {
  const [before, after] = [english, text].map((each) => stringWidth(each.replace(/\{\w+\}/g, '')))
  if (before === undefined || after === undefined || before > SHORT || /[.?!]$/.test(english)) return []
  const most = Math.floor(before * 1.5) + 12
  if (after <= most) return []
  return [
    {
      kind: 'long',
      key,
      message: `expected at most ${most} columns for ${key} (in English “${english.trim()}”), found ${after}: “${text.trim()}”`,
      hint: 'it stands on a button, a mark or over a column: find a shorter word',
    },
  ]
}
