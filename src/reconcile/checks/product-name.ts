/** Names of products stay whole and as their maker writes them. */
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {isBrand, isGenericWord, isMaker, type ProductName} from '../reading/products.ts'
import {replaceSpaced} from '../reading/script.ts'
import {networkNames} from '../reading/wire.ts'
import {hasWord} from '../reading/words.ts'
import {termProblems} from './terms.ts'

const SHORT = 3

/** Where the name stands in the text, in any capitals; `exact` when in its own. */
const placesOf = (text: string, {name}: ProductName): {start: number; end: number; exact: boolean}[] => {
  const folded = text.toLowerCase()
  const wanted = name.toLowerCase()
  const places = []
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length
    if (/[A-Za-z]/.test(text[at - 1] ?? '')) continue
    places.push({start: at, end, exact: text.slice(at, end) === name})
  }
  return places
}

const problemsOf = (asked: Asked, product: ProductName): Problem[] => {
  const {target, english} = asked
  const places = placesOf(target.wide, product)
  const miswritten = places.find(({exact}) => !exact)
  if (miswritten && product.kept) {
    const {start, end} = miswritten
    return [
      {actual: target.text.slice(start, end), expected: product.name, span: [start, end], severity: 'minor'},
    ]
  }
  if (places.length > 0 || hasLocalName(asked, product)) return []
  const own = product.words.filter((word) => !isGenericWord(word))
  const kept = product.words.filter((word) => hasLatin(asked, word))
  if (kept.length === product.words.length) return [] // torn apart: the check of word order reports it
  const keptOwn = own.filter((word) => kept.includes(word))
  const half =
    keptOwn.length > 0 &&
    (keptOwn.length < own.length || (product.kept && kept.length < product.words.length))
  if (!half && !product.kept) return []
  if (isTermOf(asked, product)) return []
  // Half a name is a name of nothing.
  const severity = english.words.length <= SHORT || half ? 'major' : 'minor'
  return [{actual: kept.join(' '), expected: product.name, span: null, severity}]
}

const hasLatin = ({target}: Asked, word: string): boolean =>
  target.words.some(({text}) => text.toLowerCase() === word.toLowerCase())

/** A name that begins with one that the locale has a name of its own for: `Skype Entreprise Server`. */
const hasLocalName = ({target, context: {lexicon}}: Asked, {name}: ProductName): boolean =>
  Object.entries(lexicon.products).some(
    ([known, own]) => (name.startsWith(known) || known.startsWith(name)) && hasWord(target.folded, own),
  )

/** The termbase knows the wrong rendering, and reports it with a repair. */
const isTermOf = (asked: Asked, {name}: ProductName): boolean =>
  (['minor', 'major', 'critical'] as const).some((severity) =>
    termProblems(asked, severity).some(({evidence}) =>
      evidence?.some(({text}) => text.startsWith(`${name} → `)),
    ),
  )

/** The name of a maker's product alone (`Windows Time`): a word of the language for it names something else. */
const lostBrands = ({english, target, context: {lexicon}}: Asked): Problem[] =>
  brandWords(english)
    .filter((word) => !hasLatinWord(target, word))
    .filter((word) => !Object.keys(lexicon.products).some((name) => name.split(' ').includes(word)))
    .map((word) => ({actual: '', expected: word, severity: 'major', span: null}))

const hasLatinWord = ({words}: Asked['target'], word: string): boolean =>
  words.some(({text}) => text.toLowerCase() === word.toLowerCase())

/** "Microsoft Unified Messaging": the maker of something that several words name. */
const isMakerOfMore = (word: string, after: Asked['english']['words']): boolean =>
  isMaker(word) && after.slice(0, 2).filter(({text}) => /^\p{Lu}\p{Ll}/u.test(text)).length === 2

/** Words with which several names begin, where another capital follows, and that stand in none of the names read. */
const brandWords = ({words, names, text}: Asked['english']): string[] =>
  words.flatMap((word, at) => {
    const next = words[at + 1]
    const isLost =
      isBrand(word.text) &&
      !isMakerOfMore(word.text, words.slice(at + 1)) &&
      next !== undefined &&
      /^\p{Lu}/u.test(next.text) &&
      text.slice(word.end, next.start) === ' ' &&
      !names.some((name) => name.words.includes(word.text))
    return isLost ? [word.text] : []
  })

/** Protocols and abbreviations in other capitals than their own: `Udp`, `HTTPs`, `ip`. */
const capitals = ({english, target}: Asked): Problem[] =>
  [...english.wire, ...english.acronyms.filter((token) => networkNames.has(token))].flatMap(
    (token): Problem[] => {
      const wrong = target.words.find(({text}) => text !== token && text.toUpperCase() === token)
      return wrong
        ? [{actual: wrong.text, expected: token, span: [wrong.start, wrong.end], severity: 'minor'}]
        : []
    },
  )

/** The locale's own name of a product in other capitals: `商務用 SKYPE`. */
const localCapitals = ({english, target, context: {lexicon}}: Asked): Problem[] =>
  english.names.flatMap(({name}) =>
    Object.entries(lexicon.products)
      .filter(([known]) => name.startsWith(known))
      .flatMap(([, own]) => own)
      .filter((own) => !target.wide.includes(own))
      .flatMap((own): Problem[] => {
        const at = target.folded.indexOf(foldWords(own))
        return at === -1
          ? []
          : [{actual: target.text.slice(at, at + own.length), expected: own, span: [at, at + own.length]}]
      }),
  )

export const productName = defineCheck({
  id: 'product-name',
  severity: 'minor',
  why: 'A reader does not recognise the product, and a search for its name finds nothing.',
  wrongWhen: 'The maker sells the product under a local name that the lexicon does not list.',
  good: [
    {locale: 'ja-JP', source: 'Live Messenger clients', target: 'Live Messenger クライアント'},
    {
      locale: 'ru-RU',
      source: 'Microsoft Call Router service',
      target: 'Служба маршрутизатора вызовов',
    },
    {locale: 'fr-FR', source: 'Skype for Business Server', target: 'Skype Entreprise Server'},
  ],
  bad: [
    {
      locale: 'es-ES',
      source: 'Windows Search index',
      target: 'Índice de búsqueda de ventanas',
      message: 'Missing “Windows”',
      fix: null,
    },
    {
      locale: 'zh-TW',
      source: 'Live Meeting clients',
      target: '即時 Meeting 用戶端',
      message: 'Unexpected “Meeting”, expected “Live Meeting”',
      fix: null,
    },
    {
      locale: 'zh-TW',
      source: 'Lync Server Mediation service',
      target: 'Lync server 中繼服務',
      message: 'Unexpected “Lync server”, expected “Lync Server”',
      fix: 'Lync Server 中繼服務',
    },
    {locale: 'zh-TW', source: 'UDP', target: 'Udp', message: 'Unexpected “Udp”, expected “UDP”', fix: 'UDP'},
  ],
  check: (asked) =>
    asked.target.text === ''
      ? []
      : [
          ...asked.english.names.flatMap((name) => problemsOf(asked, name)),
          ...lostBrands(asked),
          ...capitals(asked),
          ...localCapitals(asked),
        ],
  fix: ({target}, {span, expected}) => (span ? replaceSpaced(target.text, span, expected) : null),
})
