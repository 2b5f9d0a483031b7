/** An "if", a "when" or an "only" may neither get lost nor come in. */
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {addedCondition, addedLimit, hasLostUnless} from '../reading/denial/lost-operators.ts'
import {saysOnlyOtherwise} from '../reading/denial/said-otherwise.ts'
import {sentencePairs} from '../reading/sentence-pairs.ts'
import {findWord, plainWord, withoutWords} from '../reading/words.ts'

/**
 * "if in a pool" and "when resolving" are short for nothing that a translation must repeat; "when there are several" is
 * "with several", and the "when" of "the period when" tells which one.
 */
const IF_RE =
  /(?<!\b(?:period|time|moment|point|date|interval) )\b(?:if|when|whenever|in case)\b(?! (?:there (?:are|is) (?:multiple|several|many|more)|in|any|on|at|needed|required|necessary|applicable|possible|available|\w+ing)\b)/i
/** "indicates if" asks a question; it sets no condition. */
const QUESTION_RE =
  /\b(?:indicat|determin|show|understand|check|see|know|verif|validat|tell|specif|captur|flag)\w*(?: \w+){0,3} (?:if|when)\b/i
/** "HTTP … when the connection is over HTTP": a connection that is named already sets no other condition. */
const SAME_WIRE_RE =
  /\b([A-Z][A-Z0-9]+)\b(.*?) (?:if|when) (?:the )?(?:connection|communication|traffic) (?:is over|is made over|uses) \1\b/g
/** "Read-only" is a property, and has a word of its own. */
const ONLY_RE = /(?<!\bread[- ])\bonly\b/i
const UNLESS_RE = /\bunless\b/i

/** Whether a text has one of the words, other than inside a longer word: 例如 is no 如. */
const says = (text: string, words: readonly string[], longer: readonly string[]): boolean =>
  findWord(
    withoutWords(
      text,
      longer.filter((word) => !words.includes(word)),
    ),
    words,
  ) !== null

/** An "unless" that became an "if": it is said by a word of its own, by a further "not", or by "only if". */
const lostUnless = (asked: Asked): Problem[] => {
  const {lexicon, operators} = asked.context
  if (operators === null || !UNLESS_RE.test(asked.english.text)) return []
  return sentencePairs(asked)
    .filter((pair) => UNLESS_RE.test(pair.english) && hasLostUnless(pair, operators, lexicon))
    .map((): Problem => ({actual: '', expected: plainWord(operators.unless[0]), span: null}))
}

/** An "only" or an "if" of which the English says nothing, nor anything like it. */
const added = (asked: Asked): Problem[] => {
  const {english, context} = asked
  const {operators} = context
  if (operators === null || english.path || english.tokensOnly) return []
  return sentencePairs(asked)
    .flatMap((pair) => [addedLimit(pair, operators), addedCondition(pair, operators)])
    .flatMap((word): Problem[] =>
      word === null ? [] : [{actual: plainWord(word), expected: '', severity: 'major', span: null}],
    )
}

export const condition = defineCheck({
  id: 'condition',
  severity: 'critical',
  barsFix: true,
  scope: {meanings: ['exclusive']},
  why: 'A port that is needed in one case only is opened in all.',
  wrongWhen: 'The translation turns the condition into a noun, such as “the case of a failure”.',
  good: [
    {locale: 'zh-TW', source: 'Used if DNS fails.', target: '在 DNS 失敗時使用。'},
    {locale: 'zh-TW', source: 'Syslog (optional if joined)', target: 'Syslog (如已加入即為選用)'},
    {locale: 'fr-FR', source: 'Required only for partners', target: 'Requis uniquement pour les partenaires'},
    {locale: 'fr-FR', source: 'For staff only', target: 'Réservé au personnel'},
    {
      locale: 'de-DE',
      source: 'HTTPS from a client to the depot when the connection is over HTTPS.',
      target: 'HTTPS-Verbindung von einem Client zum Depot',
    },
    {locale: 'de-DE', source: 'Used only when DNS fails', target: 'Wird nur dann genutzt, wenn DNS ausfällt'},
    {
      locale: 'ru-RU',
      source: 'Sent when a lock is acquired',
      target: 'Отправляется после получения блокировки',
    },
    {locale: 'nl', source: 'For staff only', target: 'Voorbehouden aan medewerkers'},
    {locale: 'tr', source: 'Only from the depot', target: 'Yalnızca depodan'},
    {
      locale: 'de-DE',
      source: 'Closed unless the agent runs',
      target: 'Geschlossen, es sei denn, der Agent läuft',
    },
  ],
  bad: [
    {
      locale: 'ja-JP',
      source: 'Required only for partners',
      target: 'パートナーに必要',
      message: 'Missing “のみ”',
      fix: null,
    },
    {
      locale: 'zh-CN',
      source: 'Used if the relay fails',
      target: '例如中继故障',
      message: 'Missing “如果”',
      fix: null,
    },
    {
      locale: 'pl',
      source: 'Only from the depot',
      target: 'Z magazynu',
      message: 'Missing “tylko”',
      fix: null,
    },
    {
      locale: 'vi',
      source: 'Only from the depot',
      target: 'Từ địa chỉ kho',
      message: 'Missing “chỉ”',
      fix: null,
    },
    {
      locale: 'th',
      source: 'Closed unless the agent is down',
      target: 'ปิดถ้าเอเจนต์ไม่ทำงาน',
      message: 'Missing “เว้นแต่”',
      fix: null,
    },
    {
      locale: 'fr-FR',
      source: 'Used for calls if NAT is configured',
      target: 'Utilisé pour les appels, NAT est configuré',
      message: 'Missing “si”',
      fix: null,
    },
    {
      locale: 'it-IT',
      source: 'Closed unless the agent is installed',
      target: 'Chiusa se l’agente è installato',
      message: 'Missing “a meno”',
      fix: null,
    },
    {
      locale: 'es-ES',
      source: 'Needed for the replicas',
      target: 'Necesario únicamente para las réplicas',
      message: 'Unexpected “únicamente”',
      fix: null,
    },
  ],
  check: (asked): Problem[] => {
    const {
      english,
      target,
      unit: {locale},
      context: {lexicon, operators},
    } = asked
    if (target.folded.trim() === '') return []
    const sets = english.text.replace(QUESTION_RE, '').replace(SAME_WIRE_RE, '$1$2')
    const harmless = [...lexicon.harmless, ...(operators?.harmless ?? [])]
    const asks = [
      {when: IF_RE.test(sets), words: lexicon.concepts.condition, harmless: lexicon.harmless},
      {
        when: ONLY_RE.test(english.text) && !saysOnlyOtherwise(withoutWords(target.folded, harmless), locale),
        words: [...lexicon.concepts.exclusive, ...(operators?.only ?? [])],
        harmless,
      },
    ]
    const lost = asks
      .filter(
        ({when, words, harmless: longer}) => when && words.length > 0 && !says(target.folded, words, longer),
      )
      .map(({words}): Problem => ({actual: '', expected: plainWord(words[0]), span: null}))
    const problems = [...lost, ...lostUnless(asked)]
    return problems.length > 0 ? problems : added(asked).slice(0, 1)
  },
  fix: () => null,
})
