/** A "not" may neither get lost nor come in. */

import type {Lexicon} from '../../languages/lexicon-schema.ts'
import {type Asked, defineCheck, isLoss, type Problem} from '../engine/check.ts'
import {addedNot, denialIn, lostNots} from '../reading/denial/denial.ts'
import {mayDeny, readEnglishDenial} from '../reading/denial/english-denial.ts'
import {saysNotOtherwise} from '../reading/denial/said-otherwise.ts'
import {siblingProblems} from '../reading/denial/sibling-denial.ts'
import {turnedWords} from '../reading/opposite-words.ts'
import {type SentencePair, sentencePairs} from '../reading/sentence-pairs.ts'
import {hasWord, plainWord} from '../reading/words.ts'

/** A "not" of the English that its sentence has lost, or one that came in. */
const problemsOf = (pair: SentencePair, locale: string, lexicon: Lexicon): Problem[] => {
  const {english, target} = pair
  const denial = readEnglishDenial(english)
  const otherwise = saysNotOtherwise(pair, locale) && !hasWord(target, lexicon.concepts.required) ? 1 : 0
  const lost = Math.max(0, lostNots(denial, target, lexicon) - otherwise)
  // "Not allowed" may be "blocked".
  if (lost > 0 && turnedWords(pair, locale).length < lost)
    return [{actual: '', expected: plainWord(lexicon.concepts.negation[0]), span: null}]
  if (lost > 0) return []
  const added = addedNot(denial, target, lexicon)
  return added === null ? [] : [{actual: plainWord(added), expected: '', span: null}]
}

/** One of the texts may deny something: most cells don't, and need no reading sentence by sentence. */
const isDenial = ({english, target, context: {lexicon}}: Asked): boolean =>
  lexicon.concepts.negation.length > 0 &&
  ((mayDeny(english.text) && readEnglishDenial(english.text).nots > 0) ||
    hasWord(target.folded, lexicon.concepts.negationAdded))

export const negation = defineCheck({
  id: 'negation',
  severity: 'critical',
  barsFix: true,
  scope: {
    // One “not” of two may stand in the next sentence of the translation.
    prose: (problem, {target, context}) =>
      isLoss(problem) && denialIn(target.folded, context.lexicon).nots === 0,
    meanings: ['negation'],
  },
  why: 'What must not be opened is opened, or what must be is left closed.',
  wrongWhen: 'The translation says the same the other way round, with a verb such as “to be missing”.',
  good: [
    {locale: 'ja-JP', source: 'when HTTPS is not used', target: 'HTTPS が使用されない場合'},
    {locale: 'zh-TW', source: 'Used by other users', target: '供不同使用者使用'},
    {locale: 'ja-JP', source: 'For clients not in the pool', target: 'プール以外のクライアント用'},
    {locale: 'fr-FR', source: 'This port is only used by SIP.', target: 'Ce port n’est utilisé que par SIP.'},
    {locale: 'ko-KR', source: 'Invalid name', target: '잘못된 이름'},
    {locale: 'fr-FR', source: 'Not readable by guests', target: 'Illisible pour les invités'},
    {locale: 'it-IT', source: 'Not available at night', target: 'Indisponibile di notte'},
    {
      locale: 'ru-RU',
      source: 'Unencrypted links (when the port isn’t available)',
      target: 'Незашифрованные соединения (когда порт недоступен)',
    },
    {locale: 'de-DE', source: 'Runs without errors', target: 'Läuft fehlerfrei'},
    {locale: 'tr-TR', source: 'Runs without errors', target: 'Hatasız çalışır'},
    {
      locale: 'de-DE',
      source: 'The lock cannot answer unless it is set to port 69.',
      target: 'Die Schleuse kann erst dann antworten, wenn sie auf Port 69 eingestellt ist.',
    },
    {locale: 'es-ES', source: 'Guests may not enter', target: 'Prohibido para los invitados'},
    {locale: 'de-DE', source: 'Guests may not enter', target: 'Gästen ist der Zutritt verwehrt'},
    {locale: 'fr-FR', source: 'Not needed for printing', target: 'Facultatif pour l’impression'},
    {locale: 'ja-JP', source: 'This port must be open.', target: 'このポートは開いていなければなりません。'},
    {
      locale: 'de-DE',
      source: 'If DNS fails, TLS is not used.',
      target: 'Wenn DNS fehlschlägt, wird TLS nicht verwendet.',
    },
  ],
  bad: [
    {
      locale: 'fr-FR',
      source: 'when HTTPS is not used',
      target: 'lorsque HTTPS est utilisé',
      message: 'Missing “ne…pas”',
      fix: null,
    },
    {
      locale: 'ja-JP',
      source: 'TLS is not used. Do not open this port for any other reason.',
      target: 'TLS は使用されません。それ以外の理由でこのポートを開いてください。',
      message: 'Missing “ない”',
      fix: null,
    },
    {
      locale: 'de-DE',
      source: 'Used if DNS fails and TLS is not configured',
      target: 'Wird verwendet, wenn DNS fehlschlägt und TLS konfiguriert ist',
      message: 'Missing “nicht”',
      fix: null,
    },
    {
      locale: 'fr-FR',
      source: 'Do not block this port.',
      target: 'Bloquez ce port.',
      message: 'Missing “ne…pas”',
      fix: null,
    },
    {
      locale: 'ko-KR',
      source: 'Required for SIP',
      target: 'SIP에 필요하지 않습니다',
      message: 'Unexpected “않습니다”',
      fix: null,
    },
    {
      locale: 'ja-JP',
      source: 'This port is opened.',
      target: 'このポートは開かれません。',
      message: 'Unexpected “ません”',
      fix: null,
    },
  ],
  check: (asked): Problem[] => {
    if (asked.target.text.trim() === '') return []
    const own = isDenial(asked)
      ? sentencePairs(asked).flatMap((pair) => problemsOf(pair, asked.unit.locale, asked.context.lexicon))
      : []
    return (own.length > 0 ? own : siblingProblems(asked)).slice(0, 1)
  },
  fix: () => null,
})
