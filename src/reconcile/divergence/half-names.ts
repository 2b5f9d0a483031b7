/** A name of several words that human texts keep whole, and a translation keeps but for one word. */
import {lookUp} from '../../text/look-up.ts'
import type {Asked} from '../engine/check.ts'
import type {Known} from '../engine/reference.ts'
import {englishSingular} from '../reading/english-cell.ts'
import {isAcronym} from '../reading/latin.ts'
import {piecesOf} from './pieces.ts'

export interface HalfName {
  name: string
  witness: Known
}

const NAME_RE = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]+(?: \p{Lu}[\p{L}\p{N}]+){1,5}(?![\p{L}\p{N}])/gu
/** Human texts of other cells keep the word so often. */
const MOST = 0.95

/** The names of which one word was translated; a word that the language or its people say in their own way is none. */
export const halfNames = (asked: Asked): HalfName[] => {
  const {unit, english, target, context} = asked
  const humans = context
    .memory(unit.source ?? '')
    .filter((known) => known.human && known.target !== unit.target)
  const [witness] = humans
  if (unit.human || witness === undefined) return []
  return (english.text.match(NAME_RE) ?? []).flatMap((name): HalfName[] => {
    if (!humans.every((human) => human.target.includes(name)) || target.wide.includes(name)) return []
    const words = name.split(' ')
    const own = new Set(target.words.map(({text}) => text.toLowerCase()))
    const [lost, more] = words.filter((word) => !own.has(word.toLowerCase()))
    return lost !== undefined && more === undefined && isKeptAlways(asked, lost) ? [{name, witness}] : []
  })
}

const isKeptAlways = ({context}: Asked, word: string): boolean => {
  const [piece] = piecesOf(word, 'en')
  const own = lookUp(context.lexicon.nouns, englishSingular(word.toLowerCase()))
  if (piece === undefined || own !== undefined || isAcronym(word)) return false
  return (context.words()?.shareWith(piece.key, piecesOf(word, context.locale)[0]?.key ?? word) ?? 0) >= MOST
}
