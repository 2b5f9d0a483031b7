/** What the checks of transports and of protocols share: tokens lost, added, or glued to something. */
import type {Asked, Problem} from '../engine/check.ts'
import {type LatinWord, singular} from '../reading/latin.ts'
import {isWire, isWrittenAs} from '../reading/wire.ts'

/** The token of `TCP/443`: what replaces the one word that was found wrong. */
export const spellingOf = (expected: string): string => expected.split('/')[0] ?? expected

/**
 * Problems of the tokens that `belongs` selects: each token of the English that the translation lost or glued to
 * another word in capitals, and each that it has without the English. A token in other capitals is not lost.
 */
export const tokenProblems = (asked: Asked, belongs: (token: string) => boolean): Problem[] => {
  const {english, target} = asked
  const glued = gluedWords(asked)
  const isGlued = ({start}: LatinWord) => glued.some((word) => start >= word.start && start < word.end)
  const standing = target.words.filter((word) => !isGlued(word))
  const present = new Set(standing.map(({text}) => singular(text).toUpperCase()))
  const expected = english.wire.filter(belongs)
  const lost = expected.filter(
    (token) => !present.has(token) && ![...present].some((word) => isSameToken(asked, token, word)),
  )
  const added = standing
    .filter(
      ({text}) =>
        belongs(singular(text)) &&
        !english.wire.includes(singular(text)) &&
        !expected.some((token) => isSameToken(asked, token, singular(text))) &&
        !isPartOfEnglish(asked, text),
    )
    .map(({text, start, end}) => ({text, start, end}))
  const stray = glued.filter(({text}) => text.split('-').some((part) => belongs(part)))
  const wrong = [...stray, ...added]
  const problems = lost.map((token, index): Problem => {
    const piece = wrong[index]
    if (piece) return {actual: piece.text, expected: token, span: [piece.start, piece.end]}
    if (english.tokensOnly && english.words.length === 1) {
      return {actual: target.text, expected: token, span: [0, target.text.length]}
    }
    return {actual: '', expected: token, span: null}
  })
  return [
    ...problems,
    ...wrong
      .slice(lost.length)
      .map(({text, start, end}): Problem => ({actual: text, expected: '', span: [start, end]})),
  ]
}

/** "Mutual TLS" for `MTLS`, or the other way round. */
const isSameToken = ({english, target}: Asked, token: string, word: string): boolean =>
  isWrittenAs(english.text, token, word) || isWrittenAs(target.wide, word, token)

/** The English has the word in another role, such as in an identifier. */
const isPartOfEnglish = ({english}: Asked, text: string): boolean =>
  english.identifiers.some((identifier) => identifier.text.toUpperCase().includes(text)) ||
  english.words.some((word) => word.text.toUpperCase() === text)

/** Where two of them meet: most texts have none, and are read no further. */
const JOINT_RE = /[A-Z0-9]-[A-Z]/
const GLUED_RE = /(?<![\p{L}\d-])[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)+(?![\p{L}\d-])/gu

/** `TCP-OUT`, `IP-HTTPS`: tokens in capitals joined by a hyphen that the English does not have so. */
const gluedWords = ({english, target}: Asked): LatinWord[] =>
  JOINT_RE.test(target.wide)
    ? [...target.wide.matchAll(GLUED_RE)]
        .filter(
          ([text]) =>
            text.split('-').some(isWire) &&
            !english.text.toUpperCase().includes(text) &&
            text.split('-').some((part) => !english.wire.includes(part) && !english.acronyms.includes(part)),
        )
        .map((match) => ({text: match[0], start: match.index, end: match.index + match[0].length}))
    : []
