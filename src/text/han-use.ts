/**
 * Which written language the ideographs of a text belong to: Japanese, Traditional and Simplified Chinese share most of them,
 * and each has shapes of its own (査 查, 變 变 変). The national encodings know which: JIS X 0208, Big5 and GB 2312 list their
 * commonest characters first, and every JavaScript engine can decode them (WHATWG Encoding).
 */
import {memoize} from './memoize.ts'

/** By script (ISO 15924): the first bytes of the common ideographs and of all, and the lowest second byte. */
const encodings = {
  Jpan: {label: 'euc-jp', common: [0xb0, 0xcf], all: [0xb0, 0xf4], cells: 0xa1},
  Hant: {label: 'big5', common: [0xa4, 0xc6], all: [0xa4, 0xf9], cells: 0x40},
  // GBK adds Traditional ones to GB 2312, in lower cells.
  Hans: {label: 'gbk', common: [0xb0, 0xf7], all: [0xb0, 0xf7], cells: 0xa1},
} as const

export type HanScript = keyof typeof encodings

export const isHanScript = (script: string): script is HanScript => Object.hasOwn(encodings, script)

/** How many different ideographs of another language make a text one of that language, and at least which share of its own. */
const ENOUGH = 2
const SHARE = 0.2

const hanRE = /[\u3400-\u9fff\uf900-\ufaff]/g
const kanaRE = /[\u3041-\u3096\u30a1-\u30fa]/

/**
 * Ideographs that the script doesn't use and another one does, in the order of the text; empty where they are so few that they
 * may be another shape or a name. Japanese without kana is held to its commonest ideographs.
 */
export function foreignHan(text: string, script: HanScript): string[] {
  const all = text.match(hanRE) ?? []
  if (all.length === 0) return []
  const bare = script === 'Jpan' && !kanaRE.test(text)
  const own = bare ? commonOf(script) : knownOf(script)
  const others = scripts.filter((other) => other !== script).map(commonOf)
  const foreign = all.filter(
    (character) => !own.has(character) && others.some((other) => other.has(character)),
  )
  return new Set(foreign).size >= ENOUGH && foreign.length >= all.length * SHARE ? foreign : []
}

const scripts = Object.keys(encodings).filter(isHanScript)

const commonOf = memoize((script: HanScript) => readTable(script, 'common'), scripts.length)
const knownOf = memoize((script: HanScript) => readTable(script, 'all'), scripts.length)

/** The ideographs of some rows of an encoding of two bytes. */
function readTable(script: HanScript, part: 'common' | 'all'): Set<string> {
  const {label, [part]: rows, cells} = encodings[script]
  const decoder = new TextDecoder(label)
  const characters = new Set<string>()
  const bytes = new Uint8Array(2)
  for (let row = rows[0]; row <= rows[1]; row++) {
    for (let cell: number = cells; cell <= 0xfe; cell++) {
      bytes[0] = row
      bytes[1] = cell
      const character = decoder.decode(bytes)
      if (character.length === 1 && /\p{Script=Han}/u.test(character)) characters.add(character)
    }
  }
  return characters
}
