/** Words that the termbase forbids for the English term of the cell. */
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {englishSingular} from '../reading/english-cell.ts'
import {repairTerm, termProblems} from './terms.ts'

const ENOUGH = 5
const MOST = 0.95
const MIN_PRECISION = 0.6

/** Nouns that name one thing, and have one word in a language; the others are rendered in many right ways. */
const things = [
  ...[
    'port',
    'protocol',
    'pool',
    'director',
    'client',
    'server',
    'gateway',
    'proxy',
    'interface',
    'partner',
    'user',
  ],
  ...[
    'domain',
    'firewall',
    'certificate',
    'media',
    'video',
    'audio',
    'conferencing',
    'range',
    'packet',
    'service',
  ],
]

/** A noun of headers that all human texts render in one way, and this one in another. */
const unlike = (asked: Asked): Problem[] => {
  const {english, target, context} = asked
  if (english.path || english.words.length < 2 || target.text.trim() === '') return []
  const kept = new Set(target.words.map(({text}) => englishSingular(text.toLowerCase())))
  return things
    .filter((noun) => english.vocabulary.has(noun) && !kept.has(noun))
    .flatMap((noun): Problem[] => {
      const learned = context.learnt.renderings.ofHumans([noun])
      if (!learned || learned.total < ENOUGH || learned.precision < MIN_PRECISION || learned.text.length < 2)
        return []
      if (learned.held / learned.total < MOST || target.folded.includes(learned.text)) return []
      return [{actual: '', expected: learned.text, span: null}]
    })
    .slice(0, 1)
}

export const term = defineCheck({
  id: 'term',
  severity: 'minor',
  why: 'A reader who searches for the word that the product uses finds nothing, or takes the other word for another thing.',
  wrongWhen: 'The forbidden word renders another English word of the same cell.',
  good: [{locale: 'zh-TW', source: 'Front End pool', target: '前端集區'}],
  bad: [
    {
      locale: 'zh-TW',
      source: 'Source Port',
      target: '來源埠',
      header: true,
      message: 'Unexpected “埠”, expected “連接埠”',
      fix: '來源連接埠',
    },
    {
      locale: 'zh-TW',
      source: 'Edge pool',
      target: 'Edge 池',
      message: 'Unexpected “池”, expected “集區”',
      fix: 'Edge 集區',
    },
  ],
  check: (asked) => {
    const listed = termProblems(asked, 'minor')
    return listed.length > 0 ? listed : unlike(asked)
  },
  fix: repairTerm,
})
