/** An "except" may neither get lost nor come in: "all clients except guests" is not "all guests". */
import {defineCheck, isLoss, type Problem} from '../engine/check.ts'
import {addedException, hasLostException} from '../reading/denial/lost-operators.ts'
import {turnedWords} from '../reading/opposite-words.ts'
import {sentencePairs} from '../reading/sentence-pairs.ts'
import {plainWord} from '../reading/words.ts'

export const exception = defineCheck({
  id: 'exception',
  severity: 'critical',
  barsFix: true,
  scope: {prose: isLoss},
  why: 'The port is opened for those who were to be kept out, or closed for those who need it.',
  wrongWhen: 'The translation lists all that is left instead of naming what is left out.',
  good: [
    {locale: 'de-DE', source: 'All hosts but the printers', target: 'Alle Hosts, jedoch keine Drucker'},
    {locale: 'ja-JP', source: 'All hosts except printers', target: 'プリンター以外のすべてのホスト'},
    {locale: 'es-ES', source: 'Any protocol other than SMB', target: 'Cualquier protocolo que no sea SMB'},
    {locale: 'ru-RU', source: 'Besides TCP, UDP is used.', target: 'Кроме TCP используется UDP.'},
  ],
  bad: [
    {
      locale: 'fr-FR',
      source: 'All hosts except printers',
      target: 'Tous les hôtes et imprimantes',
      message: 'Missing “sauf”',
      fix: null,
    },
    {
      locale: 'zh-TW',
      source: 'Everyone but contractors',
      target: '所有承包商',
      message: 'Missing “除外”',
      fix: null,
    },
    {
      locale: 'it-IT',
      source: 'Used for backups.',
      target: 'Tranne per i backup.',
      message: 'Unexpected “tranne”',
      fix: null,
    },
  ],
  check: (asked): Problem[] => {
    const {english, target, context} = asked
    const {operators, lexicon} = context
    if (operators === null || english.path || english.tokensOnly || target.folded.trim() === '') return []
    return sentencePairs(asked)
      .flatMap((pair): Problem[] => {
        // “Guests included” for “guests excluded” is told by the check of opposites.
        if (hasLostException(pair, operators, lexicon) && turnedWords(pair, asked.unit.locale).length === 0)
          return [{actual: '', expected: plainWord(operators.except[0]), span: null}]
        const word = addedException(pair, operators)
        return word === null ? [] : [{actual: plainWord(word), expected: '', severity: 'major', span: null}]
      })
      .slice(0, 1)
  },
  fix: () => null,
})
