/** Abbreviations of networks and machines that the translation lost. */
import {lookUp} from '../../text/look-up.ts'
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {isAcronym} from '../reading/latin.ts'
import {networkNames} from '../reading/wire.ts'
import {hasWord} from '../reading/words.ts'

/** Other texts of the locale keep the abbreviation, at least this often and in this share. */
const ENOUGH = 2
const MOST = 0.8

const isKeptElsewhere = ({context: {learnt}}: Asked, token: string): boolean => {
  const seen = learnt.kept.get(token)
  return seen !== undefined && seen.kept >= ENOUGH && seen.kept / seen.total >= MOST
}

/** So few words can be counted. */
const SHORT = 5
const CONTENT_RE = /\p{L}{4,}/gu

/** A short text has no more words of its own than the English has beside its abbreviation: none spells it out. */
const hasNothingInstead = ({english, target, context: {data}}: Asked): boolean => {
  if (data.scripts[0] !== 'Latin' || english.words.length > SHORT || english.words.length < 2) return false
  const others = english.words.filter(({text}) => !isAcronym(text)).map(({text}) => text)
  const own = target.wide.match(CONTENT_RE)?.length ?? 0
  return own > 0 && own <= (others.join(' ').match(CONTENT_RE)?.length ?? 0)
}

/** Whether an abbreviation stands right behind a number: `2000KB`. */
const isUnitOfNumber = (text: string, token: string): boolean =>
  [...text.matchAll(/(?<=\d)[A-Za-z]+(?![A-Za-z\d])/gu)].some(([unit]) => unit === token)

export const acronym = defineCheck({
  id: 'acronym',
  severity: 'major',
  why: 'The abbreviation tells one thing from another: a virtual address from a real one, a gateway from a phone.',
  wrongWhen: 'The translation spells the abbreviation out in words that the lexicon does not list.',
  good: [
    {
      locale: 'fr-FR',
      source: 'Public IM connectivity',
      target: 'Connectivité de messagerie instantanée publique',
    },
    {locale: 'zh-TW', source: 'SBC', target: 'SBC'},
    {
      locale: 'pt-BR',
      source: 'DYNAMIC (See note 6, Dynamic ports)',
      target: 'DINÂMICO (consulte a observação 6, Portas dinâmicas)',
    },
    {locale: 'fr-FR', source: 'Wake On LAN', target: 'Éveil par appel réseau'},
    {locale: 'de-DE', source: 'The cache holds 2,000 KB.', target: 'Der Cache fasst 2.000KB.'},
  ],
  bad: [
    {
      locale: 'es-ES',
      source: 'OCSP responder address',
      target: 'Dirección del respondedor',
      message: 'Missing “OCSP”',
      fix: null,
    },
    {locale: 'zh-TW', source: 'Edge VIP', target: 'Edge IP', message: 'Missing “VIP”', fix: null},
  ],
  check: (asked): Problem[] => {
    const {english, target, context} = asked
    if (target.text.trim() === '') return []
    return english.acronyms
      .filter((token) => !target.tokensAnyCase.has(token) && !isUnitOfNumber(target.wide, token))
      .filter((token) => !hasWord(target.folded, lookUp(context.lexicon.acronyms, token) ?? []))
      .filter((token) => networkNames.has(token) || isKeptElsewhere(asked, token) || hasNothingInstead(asked))
      .map((token) => ({actual: '', expected: token, span: null}))
  },
  fix: () => null,
})
