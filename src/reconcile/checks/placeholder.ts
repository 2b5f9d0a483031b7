/** Inline tags and placeholders that the translation lost, added, or put into another order. */
import {lookUp} from '../../text/look-up.ts'
import {type Asked, always, defineCheck, type Problem, replaceSpan} from '../engine/check.ts'
import {englishSingular} from '../reading/english-cell.ts'
import {type Placeholder, readPlaceholders} from '../reading/numbers/placeholders.ts'
import {hasWord} from '../reading/words.ts'

/** Those of the first that the second has not, each as often as it is missing. */
const without = (own: readonly Placeholder[], others: readonly Placeholder[]): Placeholder[] => {
  const left = others.map(({text}) => text)
  return own.filter(({text}) => {
    const at = left.indexOf(text)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

const inOrder = (all: readonly Placeholder[], kind: Placeholder['kind']): string =>
  all
    .filter((each) => each.kind === kind)
    .map(({text}) => text)
    .join(' ')

/** Each must stand as often as in the English, letter by letter. */
const differences = ({english, target}: Asked): Problem[] => {
  const [own, wanted] = [readPlaceholders(target.text), readPlaceholders(english.text)]
  const added = without(own, wanted)
  const missing = without(wanted, own)
  return [
    ...missing.map(({text}, index): Problem => {
      const {text: actual = '', start = 0, end = 0} = added[index] ?? {}
      return {actual, expected: text, span: actual === '' ? null : [start, end]}
    }),
    ...added.slice(missing.length).map(
      ({text, start, end}): Problem => ({
        actual: text,
        expected: '',
        span: [start, end],
      }),
    ),
  ]
}

/** What says which one it is may stand anywhere; a tag is moved with its word, and seldom. */
const orderProblems = ({english, target}: Asked): Problem[] => {
  const [own, wanted] = [readPlaceholders(target.text), readPlaceholders(english.text)]
  return (['placed', 'tag'] as const).flatMap((kind): Problem[] => {
    const [actual, expected] = [inOrder(own, kind), inOrder(wanted, kind)]
    if (actual === expected) return []
    return [{actual, expected, span: null, ...(kind === 'tag' ? {severity: 'minor' as const} : {})}]
  })
}

/** `Port {0}` became `Port {1}`: the place behind a noun that both languages write before its value. */
const exchanged = ({english, target, context: {lexicon}}: Asked): Problem[] => {
  const places = [...english.text.matchAll(/(\p{L}+) (\{[A-Za-z0-9_]{1,60}\})/gu)]
  return places.flatMap(([, noun = '', place = '']): Problem[] => {
    const words = lookUp(lexicon.nouns, englishSingular(noun.toLowerCase())) ?? []
    const behind = [...target.wide.matchAll(/(\p{L}+) ?(\{[A-Za-z0-9_]{1,60}\})/gu)].find(
      ([, word = '', other]) => other !== place && hasWord(word.toLowerCase(), words),
    )
    const actual = behind?.[2]
    return actual !== undefined && english.text.includes(actual)
      ? [{actual, expected: place, severity: 'critical', span: null}]
      : []
  })
}

export const placeholder = defineCheck({
  id: 'placeholder',
  severity: 'major',
  scope: {prose: always},
  why: 'Where the value should stand, the reader finds nothing, the wrong value, or the tag itself.',
  wrongWhen: 'The language says the value in words of its own, or twice.',
  good: [
    {locale: 'fr-FR', source: 'Opens {0} on {1}', target: 'Ouvre {0} sur {1}'},
    {locale: 'ja-JP', source: 'Opens {0} on {1}', target: '{1} で {0} を開きます'},
    {locale: 'fr-FR', source: 'At 50 % of %s', target: 'À 50 % de %s'},
    {locale: 'zh-TW', source: '<x id="7"/> for guests', target: '來賓用的 <x id="7" />'},
  ],
  bad: [
    {
      locale: 'it-IT',
      source: 'Node {name} is up.',
      target: 'Il nodo {nome} è attivo.',
      message: 'Unexpected “{nome}”, expected “{name}”',
      fix: 'Il nodo {name} è attivo.',
    },
    {
      locale: 'fr-FR',
      source: 'Server {0} runs {1}.',
      target: 'Le serveur {1} exécute {0}.',
      message: 'Unexpected “{1}”, expected “{0}”',
      fix: null,
    },
    {
      locale: 'zh-TW',
      source: '<x id="7"/>Relay<x id="8"/>',
      target: '<x id="8"/>轉送<x id="7"/>',
      message: 'Unexpected “<x id="8"/> <x id="7"/>”, expected “<x id="7"/> <x id="8"/>”',
      fix: null,
    },
    {
      locale: 'fr-FR',
      source: 'Opens {0} on {1}',
      target: 'Ouvre {0} sur le serveur',
      message: 'Missing “{1}”',
      fix: null,
    },
    {
      locale: 'ja-JP',
      source: 'Opens the port of %s',
      target: 'ポートを開きます',
      message: 'Missing “%s”',
      fix: null,
    },
    {
      locale: 'fr-FR',
      source: 'Opens the port',
      target: 'Ouvre le port {port}',
      message: 'Unexpected “{port}”',
      fix: null,
    },
    {
      locale: 'zh-TW',
      source: '%s of %d',
      target: '%d 之 %s',
      message: 'Unexpected “%d %s”, expected “%s %d”',
      fix: null,
    },
  ],
  check: (asked): Problem[] => {
    const differing = differences(asked)
    return differing.length > 0 ? differing : [...exchanged(asked).slice(0, 1), ...orderProblems(asked)]
  },
  fix: ({target}, {span, expected}) =>
    span && expected !== '' ? replaceSpan(target.text, span, expected) : null,
})
