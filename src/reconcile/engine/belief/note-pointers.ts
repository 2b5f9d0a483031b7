/**
 * What is believed of a cell that points to a note: `80 (See note 1, Proxy server port)` is `80 Nota 1`. The number of the
 * note is no port, and its words stand in the note itself.
 */
import words from '../../../languages/note-words.json' with {type: 'json'}
import type {Asked, CheckProblem} from '../check.ts'

const literal = (word: string): string => word.replaceAll('.', '\\.').replaceAll(' ', '\\s')
const NOTE = `(?:(?<!\\p{L})(?:${words.spaced.map(literal).join('|')})\\p{L}{0,3}|(?:${words.unspaced.map(literal).join('|')}))`
/** After a figure or a bracket: a few words such as “see the”, the note with its number, and words about it. */
const POINTER_RE = new RegExp(
  `(?<=[\\d)）])[\\s,;]*[(（[]?(?:\\p{L}+\\s){0,3}${NOTE}\\s?(?:n[°ºo]\\.?\\s?)?(?<note>\\d{1,2})(?!\\d)(?<about>[^\\d]*)$`,
  'iu',
)

/** What can be wrong with the words about a note, and be right of the cell. */
const ofWords = new Set(
  (
    'acronym condition direction divergence endpoint inconsistent missing-sentence negation opposite other-cell port-number ' +
    'product-name protocol-token qualifier term transport unsupported-rendering untranslated word-order'
  ).split(' '),
)

interface Pointing {
  body: string
  note: string | null
}

/** A text without the note that its end points to, and the number of that note; null for none. */
export const readPointer = (text: string): Pointing => {
  const found = POINTER_RE.exec(text)
  return found === null
    ? {body: text, note: null}
    : {body: text.slice(0, found.index), note: found.groups?.['note'] ?? null}
}

/**
 * The problems of a cell without those of the words about its note. Where only one side points to a note, or each to
 * another one, that is minor: lists of notes differ by edition.
 *
 * @param problemsOfBody what the checks say of the cell without its pointer
 */
export const withoutNotes = (
  problems: readonly CheckProblem[],
  asked: Asked,
  problemsOfBody: (source: string, target: string) => readonly CheckProblem[],
): CheckProblem[] => {
  if (problems.length === 0) return []
  const [english, own] = [readPointer(asked.english.text), readPointer(asked.target.text)]
  if (english.note === null && own.note === null) return [...problems]
  const ofBody = problemsOfBody(english.body, own.body)
  const isOfBody = ({check, problem}: CheckProblem): boolean =>
    ofBody.some(
      (other) =>
        other.check === check &&
        other.problem.expected === problem.expected &&
        other.problem.actual === problem.actual,
    )
  return problems.flatMap((found): CheckProblem[] => {
    const {check, problem} = found
    if (!ofWords.has(check.id) || isOfBody(found)) return [found]
    const isNumber =
      check.id === 'port-number' && [english.note, own.note].includes(problem.expected || problem.actual)
    return isNumber && english.note !== own.note ? [{check, problem: {...problem, severity: 'minor'}}] : []
  })
}
