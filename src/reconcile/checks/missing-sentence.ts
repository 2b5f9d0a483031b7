/** A sentence of the English that the translation left out, or a text that breaks off. */
import {defineCheck, type Report} from '../check.ts'
import {isCjk} from '../read/script.ts'

/** Length of a translation per English sign, by script: measured on human editions, halved and less. */
const shortest = {cjk: 0.16, other: 0.45}
const LONG = 60

export const missingSentence = defineCheck({
  id: 'missing-sentence',
  severity: 'major',
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
  check: ({english, target}): Report[] => {
    if (target.text === '' || english.text.length < LONG) return []
    const share = target.text.length / english.text.length
    const least = [...target.text].some(isCjk) ? shortest.cjk : shortest.other
    const missing = english.sentences - target.sentences()
    const limit = missing > 0 ? least * 1.7 : least
    return share < limit
      ? [{actual: '', expected: `${Math.max(1, missing)} sentence of ${english.sentences}`, span: null}]
      : []
  },
  fix: () => null,
})
