/** Finds out whether a cell, header or heading says that something must not be let through, in any language. */
import {localeData} from '../languages/languages.ts'
import {blockingWordsOf} from '../languages/lists/blocking.ts'
import {restrictingWordsOf} from '../languages/lists/restricting.ts'
import {plainText} from '../text/cell-structure.ts'
import {withoutConditions} from '../text/conditions.ts'
import {isOneOf} from '../text/locale-words.ts'
import {memoizeByLocale} from '../text/memoize.ts'
import {foldSearch} from '../text/normalize.ts'
import {PhraseFinder, tokensOf} from '../text/phrase-finder.ts'
import {sentenceEndRE} from '../text/sentences.ts'
import {staysShut} from './limits/stays-shut.ts'
import {WordList} from './limits/word-list.ts'
import {closesNothing, withoutReason} from './told-blocking.ts'

/** What a cell of a column of actions says: a word for one, or neither. */
export type Action = 'allow' | 'deny' | 'unknown'

/** Longer texts are read up to here. */
const MAX_LENGTH = 5000
/** A cell of an action has a word or a few. */
export const MAX_ACTION = 60
/** Words of a short sentence, which speaks of what stands above it. */
const MAX_POINTING = 8
/** Words between “not” and what is not to be done, either first. */
const NEAR = 6
/** Notes that were read last: the same few stand in most rows. */
const MEMORY = 2000

interface Finders {
  except: PhraseFinder
  otherReasons: PhraseFinder
  phrases: PhraseFinder
  words: PhraseFinder
  not: PhraseFinder
  opens: PhraseFinder
  otherObjects: PhraseFinder
  ownObjects: PhraseFinder
  pointers: PhraseFinder
  ports: PhraseFinder
  these: WordList
  whole: WordList
  actions: PhraseFinder
  allows: PhraseFinder
}

const finders = new Map<string, Finders>()

function findersOf(locale: string): Finders {
  const known = finders.get(locale)
  if (known) return known
  const {denial} = localeData(locale)
  const inLetters = (words: readonly string[]) => words.filter((word) => letterRE.test(word))
  const made: Finders = {
    except: new PhraseFinder([
      ...denial.except,
      ...blockingWordsOf(locale).flatMap(({possible}) => possible),
    ]),
    otherReasons: new PhraseFinder(denial.otherReasons),
    phrases: new PhraseFinder([
      ...denial.phrases,
      ...restrictingWordsOf(locale).flatMap(({reserved}) => reserved),
    ]),
    words: new PhraseFinder(denial.words),
    not: new PhraseFinder(denial.not),
    opens: new PhraseFinder(denial.opens),
    otherObjects: new PhraseFinder(denial.otherObjects),
    ownObjects: new PhraseFinder(denial.ownObjects),
    pointers: new PhraseFinder(denial.pointers),
    ports: new PhraseFinder(localeData(locale).portWords),
    these: new WordList(restrictingWordsOf(locale).flatMap(({these}) => these)),
    whole: new WordList(
      restrictingWordsOf(locale).flatMap(({wholeDocument, wholeSection}) => [
        ...wholeDocument,
        ...wholeSection,
      ]),
    ),
    actions: new PhraseFinder(inLetters(denial.actions)),
    allows: new PhraseFinder(inLetters(denial.allows)),
  }
  finders.set(locale, made)
  return made
}

/** The sentence of a cell, header or heading that forbids; null when none does. */
export const denialIn: (text: string, locale: string) => string | null = (text, locale) =>
  denials(text, locale) || null

/** The same of a sentence before a table, which may speak of other things too: only of what it asks for. */
export const denialBefore: (text: string, locale: string) => string | null = (text, locale) =>
  phraseDenials(text, locale) || null

const denials = memoizeByLocale((text, locale) => findDenial(text, locale, true), MEMORY)
const phraseDenials = memoizeByLocale((text, locale) => findDenial(text, locale, false), MEMORY)

/** Empty when nothing forbids. */
function findDenial(text: string, locale: string, single: boolean): string {
  const found = findersOf(locale)
  const {except, otherReasons, phrases, words, not, opens, otherObjects, ownObjects} = found
  const whole = plainText(text).slice(0, MAX_LENGTH)
  const asksToOpen = opens.isIn(tokensOf(whole))
  for (const sentence of whole.split(sentenceEndRE)) {
    const all = tokensOf(sentence)
    const tokens = single ? all : withoutReason(all, locale)
    if (otherReasons.isIn(tokens) || closesNothing(sentence, locale)) continue
    const told = except.without(withoutConditions(tokens, locale))
    if (phrases.isIn(told)) return sentence.trim()
    // “Unsigned messages are rejected” says nothing of the port that they come by.
    if (otherObjects.isIn(told) && !ownObjects.isIn(told)) continue
    if (not.isNear(opens, told, NEAR)) return sentence.trim()
    // Before a table a word that blocks counts only where it points to the table, and nothing is opened: “Block these”.
    const isMeant = single || (found.pointers.isIn(told) && !asksToOpen)
    if (isMeant && words.isIn(told)) return sentence.trim()
    const speaksOf = single || pointsAtPorts(sentence, locale)
    const isBeside = (word: string): boolean => isBesidePorts(tokensOf(word), found)
    if (speaksOf && staysShut(sentence, locale, isBeside)) return sentence.trim()
  }
  return ''
}

/** A word for ports, or one that points at them. */
const isBesidePorts = (word: readonly string[], {ports, pointers, ownObjects}: Finders): boolean =>
  ports.isIn(word) || pointers.isIn(word) || ownObjects.isIn(word)

/** Whether a sentence limits what something is let through for: `for no other purpose`. */
export const limitsReason = (sentence: string, locale: string): boolean =>
  findersOf(locale).otherReasons.isIn(tokensOf(sentence))

/** Whether a sentence before a table speaks of what stands in it: of these ports, the following connections. */
export function isAboutTable(sentence: string, locale: string): boolean {
  const {ownObjects, pointers} = findersOf(locale)
  const told = tokensOf(sentence)
  return ownObjects.isIn(told) || pointers.isIn(told)
}

/** Whether a sentence points at ports that stand beside it: `these ports`, `the following ports`, `the rules above`. */
export function pointsAtPorts(sentence: string, locale: string): boolean {
  const {pointers, ports, these, whole} = findersOf(locale)
  const told = tokensOf(sentence)
  const folded = foldSearch(sentence)
  return (
    (ports.isIn(told) && pointers.isIn(told)) ||
    these.isIn(folded) ||
    (ports.isIn(told) && whole.isIn(folded))
  )
}

/** Whether a sentence ends with a word that points at something: “Only guests need these.” */
export function endsPointing(sentence: string, locale: string): boolean {
  const {pointers, ownObjects} = findersOf(locale)
  const told = tokensOf(sentence).filter((token) => letterRE.test(token))
  // “Only the depot talks to it.”
  const isPronoun = told.length <= MAX_POINTING && /^\p{Script=Latin}{1,4}$/u.test(told.at(-1) ?? '')
  return told.some(
    (_, at) =>
      pointers.endAt(told, at) === told.length || (isPronoun && ownObjects.endAt(told, at) === told.length),
  )
}

/** Whether a sentence speaks of ports at all. */
export const isAboutPorts = (sentence: string, locale: string): boolean =>
  findersOf(locale).ports.isIn(tokensOf(sentence))

const letterRE = /\p{L}/u
export const edgesRE = /^[\s"'“”«»([{*_`.]+|[\s"'“”«»)\]}*_`.。!]+$/gu

/** Whether the whole of a cell is a word that lets nothing through: `Drop`, `拒否`. */
export function isDenied(text: string, locale: string): boolean {
  const word = plainText(text).replace(edgesRE, '')
  // A symbol alone says no to anything.
  return letterRE.test(word) && word.length <= MAX_ACTION && isIn(word, 'actions', locale)
}

/** What a cell of a column of actions says that is a word for one and nothing else, or the answer to its header (`Blocked`: `Yes`); else null. */
export function wholeActionOf(cell: string, locale: string, header: string): 'allow' | 'deny' | null {
  const answer = answerOf(cell, locale, header)
  if (answer !== 'unknown') return answer
  if (isIn(cell, 'actions', locale)) return 'deny'
  if (isIn(cell, 'allows', locale)) return 'allow'
  const nouns = blockingWordsOf(locale)
  if (nouns.some(({denying}) => isOneOf(cell, denying))) return 'deny'
  return nouns.some(({allowing}) => isOneOf(cell, allowing)) ? 'allow' : null
}

/** Whether a cell holds a word for an action, whatever else it says. */
export function mentionsAction(text: string, locale: string, header: string): boolean {
  const cell = plainText(text).replace(edgesRE, '')
  if (cell === '' || cell.length > 2 * MAX_ACTION) return false
  if (wholeActionOf(cell, locale, header) !== null) return true
  const {actions, allows} = findersOf(locale)
  const told = tokensOf(cell)
  return actions.isIn(told) || allows.isIn(told)
}

/** Whether a header asks if something is open: `Exposed to guests?`. */
export function asksForOpening(header: string, locale: string): boolean {
  const {opens, allows} = findersOf(locale)
  const told = tokensOf(header.slice(0, MAX_ACTION))
  return opens.isIn(told) || allows.isIn(told)
}

/** Whether a cell is a word for an action and nothing else, or answers a header that is one. */
export function isAction(text: string, locale: string, header: string): boolean {
  const cell = plainText(text).replace(edgesRE, '')
  if (cell === '' || cell.length > MAX_ACTION) return false
  const word = letterRE.test(cell) && (isIn(cell, 'actions', locale) || isIn(cell, 'allows', locale))
  return word || answerOf(cell, locale, header) !== 'unknown'
}

/** Yes or no below a header such as `Allowed` or `Blocked`. */
export function answerOf(cell: string, locale: string, header: string): Action {
  if (header === '' || header.length > MAX_ACTION) return 'unknown'
  const {answers} = localeData(locale)
  const yes = isOneOf(cell, answers.yes)
  if (!yes && !isOneOf(cell, answers.no)) return 'unknown'
  const {actions, allows} = findersOf(locale)
  const told = tokensOf(header)
  const [denies, lets] = [actions.isIn(told), allows.isIn(told)]
  if (denies === lets) return 'unknown'
  return yes === lets ? 'allow' : 'deny'
}

const isIn = (word: string, list: 'actions' | 'allows', locale: string): boolean =>
  isOneOf(word, localeData(locale).denial[list])

/** What a header of a column says of what stands below it: that it is kept out, or let in; null where it says neither. */
export function senseOfHeader(header: string, locale: string): Exclude<Action, 'unknown'> | null {
  const {words, phrases, not, opens, allows} = findersOf(locale)
  const told = tokensOf(header)
  const allowed = allows.isIn(told) || opens.isIn(told)
  if (words.isIn(told) || phrases.isIn(told) || (allowed && not.isIn(told))) return 'deny'
  return allowed ? 'allow' : null
}
