/** A cell in another language than its locale's. */

import {foreignHan, isHanScript} from '../../text/han-use.ts'
import {memoize} from '../../text/memoize.ts'
import {type Asked, always, defineCheck, type Problem} from '../engine/check.ts'
import {asEvidence} from '../engine/reference.ts'
import {outsideNames} from '../reading/machine-names.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {hasScript} from '../reading/script.ts'
import {functionWordsTag, otherLanguageOf} from '../reading/which-language/other-language.ts'

const SCRIPTS = [
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Thai',
  'Devanagari',
]

/** A Greek letter alone is a symbol: π, µ, Ω. */
const SYMBOL_RE = /(?<!\p{Script=Greek})\p{Script=Greek}(?!\p{Script=Greek})/gu

/** Letters of a script that neither the locale nor the English uses. */
const foreignScript = ({english, target, context: {data}}: Asked): string | null => {
  if (!otherThan(data.scripts.join(' ')).test(target.text)) return null
  const text = target.text.replace(SYMBOL_RE, '')
  const isForeign = (script: string) =>
    !data.scripts.includes(script) && hasScript(text, [script]) && !hasScript(english.text, [script])
  return SCRIPTS.find(isForeign) ?? null
}

/** A letter of any of the scripts but those of a list: most texts have none. */
const otherThan = memoize((own: string): RegExp => {
  const others = SCRIPTS.filter((script) => !own.split(' ').includes(script))
  return new RegExp(`[${others.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u')
}, 100)

/** Ideographs of another language that writes with them: Chinese in a Japanese cell, Simplified in a Traditional one. */
const foreignIdeographs = ({target, context: {script}}: Asked): string[] =>
  script !== null && isHanScript(script) ? foreignHan(target.text, script) : []

/** Latin words in a cell of another script: small words that the English doesn't have, and no names of machines. */
const foreignWords = ({english, target}: Asked): string[] =>
  outsideNames(target.words, target.wide)
    .filter(({start, end}) => !isInMeasure(target.wide, start, end))
    .map(({text}) => text)
    .filter((text) => /^\p{Ll}{2,}$/u.test(text) && !english.lower.includes(text))

/** `0.4 ms/op`, `20 req/min`: symbols of units stand in no language. */
const isInMeasure = (text: string, start: number, end: number): boolean =>
  text[start - 1] === '/' || text[end] === '/'

/** So many words that stand in nearly every sentence tell a language, in a text of at least so many words. */
const [MANY, SENTENCE] = [2, 4]

/** The words of a text that are not the English ones, and of no machine's name or measure. */
const ownWordsOf = ({english, target}: Asked): string[] =>
  [
    ...outsideNames(target.words, target.wide)
      .filter(({start, end}) => !isInMeasure(target.wide, start, end))
      .map(({text}) => text)
      // An abbreviation is no small word: AD, SI.
      .filter((text) => !/^\p{Lu}{2,}$/u.test(text) || !/\p{Ll}/u.test(target.text)),
    ...(target.text.match(/\p{Script=Cyrillic}+/gu) ?? []),
  ]
    .map(foldWords)
    .filter((word) => !english.lower.includes(word))

/** In a language with the same alphabet. */
const isInSmallWords = (asked: Asked): boolean => {
  const {locale} = asked.unit
  if (functionWordsTag(locale) === null) return false
  const words = ownWordsOf(asked)
  return words.length >= SENTENCE && otherLanguageOf(words, locale, MANY) !== null
}

/**
 * Without English nothing tells names in small letters from words that should have been translated, but for a word that
 * stands in every sentence of another language among them.
 */
const isInWords = (asked: Asked): boolean =>
  foreignWords(asked).length > 1 &&
  (asked.unit.source !== null || otherLanguageOf(ownWordsOf(asked), asked.unit.locale, 1) !== null)

export const wrongLanguage = defineCheck({
  id: 'wrong-language',
  severity: 'major',
  scope: {prose: always, votes: always},
  why: 'The reader gets a text in a language that was never asked for.',
  wrongWhen: 'The cell quotes a name in a third language.',
  good: [
    {locale: 'zh-TW', source: 'SQL Browser', target: 'SQL 瀏覽器'},
    {locale: 'fr-FR', source: 'Public address of the service', target: 'Adresse publique du service'},
    {locale: 'zh-CN', source: 'The double value of pi', target: '即 π 的 double 值'},
    {locale: 'tr-TR', source: 'The FQDN of the AD SI forest', target: 'AD SI orman FQDN değeri'},
    {locale: 'ja-JP', source: 'Authentication requirements', target: '認証要件'},
    {locale: 'zh-TW', source: 'com.contoso.apps.Audit', target: 'com.contoso. apps.RoleAudit'},
  ],
  bad: [
    {
      locale: 'zh-TW',
      source: 'Public IP address of the Edge Server',
      target: 'Adresse IP publique du Edge Server',
      message: 'Unexpected “Adresse IP publique du Edge Server”',
      fix: null,
    },
    {
      locale: 'ja-JP',
      source: 'Checks the license over TCP',
      target: '透過 TCP 檢查授權',
      message: 'Unexpected “透過 TCP 檢查授權”',
      fix: null,
    },
    {
      locale: 'zh-TW',
      source: 'Checks the license over TCP',
      target: '通过 TCP 检查许可证',
      message: 'Unexpected “通过 TCP 检查许可证”',
      fix: null,
    },
    {
      locale: 'fr-FR',
      source: 'Component',
      target: '元件',
      message: 'Unexpected “元件”',
      fix: null,
      also: ['unsupported-rendering'],
    },
  ],
  check: (asked): Problem[] => {
    const {target, context, unit} = asked
    const main = context.data.scripts.filter((script) => script !== 'Latin')
    const hasOwn = main.length === 0 || hasScript(target.text, main)
    const foreign =
      foreignScript(asked) !== null ||
      foreignIdeographs(asked).length > 0 ||
      (hasOwn ? isInSmallWords(asked) : isInWords(asked))
    if (!foreign) return []
    const [human] = context.memory(unit.source ?? '').filter((one) => one.human && one.target !== target.text)
    return [
      {
        actual: target.text,
        expected: human?.target ?? '',
        span: null,
        evidence: human ? [asEvidence(human)] : [],
      },
    ]
  },
  fix: () => null,
})
