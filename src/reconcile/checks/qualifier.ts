/** The word that tells an address or a machine from its like: private, reverse, virtual. */
import {lookUp} from '../../text/look-up.ts'
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {hasScript} from '../reading/script.ts'
import {hasWord, plainWord} from '../reading/words.ts'

/** Longer texts may say once what the English says twice, in other words. */
const LONGEST = 24

/** An abbreviation that the English does not have may hold the word: `PIC` for "public IM connectivity". */
const isAbbreviated = ({english, target}: Asked, word: string): boolean =>
  target.words.some(
    ({text}) =>
      /^[A-Z]{2,}$/.test(text) && text.includes(word.charAt(0).toUpperCase()) && !english.text.includes(text),
  )

const isLost = (asked: Asked, word: string, words: readonly string[]): boolean =>
  !hasWord(asked.target.folded, words) &&
  !asked.target.words.some(({text}) => text.toLowerCase().startsWith(word)) &&
  !isAbbreviated(asked, word)

export const qualifier = defineCheck({
  id: 'qualifier',
  severity: 'major',
  why: 'Without it the reader takes the one address, interface or machine for the other.',
  wrongWhen: 'The word is part of a name that the language renders without it.',
  good: [
    {locale: 'fr-FR', source: 'Private key store', target: 'Magasin de clés privées'},
    {locale: 'ja-JP', source: 'Virtual host', target: '仮想ホスト'},
    {locale: 'de-DE', source: 'Open between the nodes', target: 'Zwischen den Knoten offen'},
  ],
  bad: [
    {
      locale: 'zh-TW',
      source: 'Virtual address of the node',
      target: '節點的位址',
      message: 'Missing “虛擬”',
      fix: null,
    },
    {
      locale: 'es-ES',
      source: 'Open between the two data centers',
      target: 'Abierto de los dos centros de datos',
      message: 'Missing “entre”',
      fix: null,
    },
  ],
  check: (asked): Problem[] => {
    const {english, target, context} = asked
    if (english.words.length > LONGEST || target.text.trim() === '' || english.lower === target.folded)
      return []
    // A text in another language has a check of its own.
    const scripts = context.data.scripts.filter((script) => script !== 'Latin')
    if (scripts.length > 0 && !hasScript(target.text, scripts)) return []
    return Object.keys(context.lexicon.qualifiers)
      .filter((word) => english.vocabulary.has(word))
      .flatMap((word): Problem[] => {
        const words = lookUp(context.lexicon.qualifiers, word) ?? []
        return isLost(asked, word, words) ? [{actual: '', expected: plainWord(words[0]), span: null}] : []
      })
      .slice(0, 1)
  },
  fix: () => null,
})
