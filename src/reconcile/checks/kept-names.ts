/** What rightly stays in English: names of products with their release, and identifiers. */

import {lookUp} from '../../text/look-up.ts'
import type {Asked} from '../engine/check.ts'
import {englishSingular} from '../reading/english-cell.ts'
import {plainEnglish} from '../reading/english-words.ts'
import {isAcronym} from '../reading/latin.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {hasWord} from '../reading/words.ts'
import {glossary} from './nouns.ts'

/** The locale has a word of its own for this English word, and it is not the English one. */
export const hasOwnWord = ({context: {lexicon}}: Asked, word: string): boolean => {
  const own = lookUp(lexicon.nouns, englishSingular(word.toLowerCase()))
  return own !== undefined && !hasWord(foldWords(word), own)
}

/** A release behind a name: `2016`, `R2`, `SP1`, `4.2`. */
const RELEASE_RE = / (?:(?:19|20)\d\d|R\d|SP\d|v?\d+(?:\.\d+)+)(?![\p{L}\d])/u

/**
 * A name with its release (`Harbor Server 2016`), or one that human texts keep among words of the language: nobody
 * translates it.
 */
export const isProductName = ({english: {text, words}, context}: Asked): boolean => {
  const name = words.map((word) => word.text)
  if (name.length < 2 || !name.every((word) => /^\p{Lu}/u.test(word))) return false
  const phrase = text.trim().replace(/[*†‡¹²³\s]+$/u, '')
  return RELEASE_RE.test(text) || context.words()?.keepsAmongWords(phrase.toLowerCase()) === true
}

const LIST_RE = /\s*[,;/|+&]\s*|\s+(?:and|or)\s+/
const SMALL_RE = /^[a-z][a-z0-9]*(?:[-_.:][a-z0-9]+)*$/
const JOINED_RE = /[-_.:0-9]/

/**
 * A cell of single tokens in small letters, of which none is a word: `kube-scheduler`, `etcd, flanneld`. A phrase has spaces or
 * begins with a capital.
 */
export const isIdentifiers = (asked: Asked): boolean =>
  asked.english.text
    .trim()
    .split(LIST_RE)
    .every(
      (item) =>
        SMALL_RE.test(item) &&
        (JOINED_RE.test(item) || !(plainEnglish.has(item) || hasOwnWord(asked, item) || glossary.has(item))),
    )

/** Words in capitals with a joined one or an abbreviation among them, which a person left as they are: `NodePort Services`. */
export const isNameOfPerson = ({english, unit}: Asked): boolean => {
  if (unit.personal !== true || unit.header) return false
  const words = english.text.match(/\p{L}[\p{L}\d]*/gu) ?? []
  return (
    words.length > 1 &&
    words.every((word) => /^\p{Lu}/u.test(word)) &&
    words.some((word) => isAcronym(word) || /\p{Ll}\p{Lu}/u.test(word))
  )
}
