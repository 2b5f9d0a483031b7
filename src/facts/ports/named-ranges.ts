/** Ranges of ports that a cell names and gives no numbers for: `RPC dynamic`, `動的`, `DYNAMIQUE (voir la note 6)`. */

import {localeData} from '../../languages/languages.ts'
import type {PortName} from '../../model/schema.ts'
import {BREAK, readableText} from '../../text/cell-structure.ts'
import {foldSpace, foldWidth, lowerCase} from '../../text/normalize.ts'
import {dropRaised} from './footnotes.ts'
import {readGap} from './gap-words.ts'
import {toAsciiDigits} from './numerals.ts'

const MAX_LENGTH = 160
const bracketRE = /[[(]([^()[\]]{0,100})[\])]/gu
const digitRE = /[0-9]/u
const letterRE = /\p{L}/u

/** The ranges that are all that a cell tells; empty for other cells. */
export function portNamesIn(read: string, locale: string): PortName[] {
  if (read.length > MAX_LENGTH || !letterRE.test(read)) return []
  const text = foldSpace(toAsciiDigits(foldWidth(dropRaised(readableText(read))))).replaceAll(BREAK, ' ')
  const told = text.replace(bracketRE, (bracket, inner: string) =>
    digitRE.test(withoutNotes(inner, locale)) ? bracket : ' ',
  )
  if (digitRE.test(told)) return []
  const tokens = readGap(told.replace(/[*†‡§¶※#]+/gu, ' ').trim(), locale)
  const isNamed = tokens.some(({kind}) => kind === 'named')
  return isNamed && tokens.every(({kind}) => silent.has(kind)) ? ['dynamic'] : []
}

const silent: ReadonlySet<string> = new Set(['named', 'skip', 'count'])

/** A remark without the numbers of the notes that it points to. */
const withoutNotes = (remark: string, locale: string): string =>
  localeData(locale).noteWords.reduce((text, word) => {
    const at = lowerCase(text).indexOf(lowerCase(word))
    if (at < 0) return text
    const end = at + word.length
    return text.slice(0, end) + text.slice(end).replace(/^[.\s:]{0,2}[0-9]{1,2}(?![0-9])/u, '')
  }, remark)
