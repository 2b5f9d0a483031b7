/** A sentence of the English that the translation left out, or a text that breaks off. */
import {defineCheck, type Problem} from '../engine/check.ts'
import {LONG, weigh} from '../learning/lengths.ts'
import {isCjk} from '../reading/script.ts'

/** Usual length beside the English, where the documents don't teach it: the lowest of the languages that were measured. */
const usual = {cjk: 0.6, other: 0.9}
/** Good translations fall to six tenths of the usual length; one that has fewer sentences too isn't believed so far. */
const LEAST = 0.57
const LEAST_OF_FEWER = 0.8

export const missingSentence = defineCheck({
  id: 'missing-sentence',
  severity: 'major',
  coversLosses: true,
  why: 'What the sentence said of the port (when, for whom, under which condition) is not known to the reader.',
  wrongWhen: 'The translation is much shorter than usual, and says all the same.',
  good: [
    {
      locale: 'fr-FR',
      source: 'Used for calls. Also used for chats.',
      target: 'Utilisé pour les appels. Également utilisé pour les conversations.',
    },
    {locale: 'zh-TW', source: 'Used for calls.', target: '用於通話。'},
  ],
  bad: [
    {
      locale: 'fr-FR',
      source:
        'This port is used for calls between the clients of two pools. It is also used for chats of guests.',
      target: 'Ce port est utilisé pour les appels entre les clients de deux pools.',
      message: 'Missing “1 sentence of 2”',
      fix: null,
    },
  ],
  check: ({english, target, context}): Problem[] => {
    if (target.text === '' || english.text.length < LONG) return []
    const share = weigh(target.text) / weigh(english.text)
    const usually = context.learnt.share ?? ([...target.text].some(isCjk) ? usual.cjk : usual.other)
    const missing = english.sentences - target.sentences()
    return share < usually * (missing > 0 ? LEAST_OF_FEWER : LEAST)
      ? [{actual: '', expected: `${Math.max(1, missing)} sentence of ${english.sentences}`, span: null}]
      : []
  },
  fix: () => null,
})
