/** Required stays required, optional stays optional. */
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {meaningOf} from '../reading/meaning-words.ts'
import {findWord, plainWord} from '../reading/words.ts'
import {unlessOwnWord} from './own-words.ts'

const OPTIONAL_RE = /\boptional(?:ly)?\b/i
// What must not be is forbidden: many languages say that by “may not”, and the check of negations asks it.
const REQUIRED_RE =
  /^(?:also )?required\b|\bmust\b(?! (?:not|never)\b)|\bmandatory\b|\b(?:is|are) required\b|(?<!\bnot |\bno longer )\brequired (?:if|for|only)\b/i

/** The word is missing; the one for the contrary stands there, or a person's own. */
const problemOf = (asked: Asked, noun: string, words: readonly string[], wrong: string | null): Problem => {
  const isContrary = noun === 'required'
  const problem = {
    actual: isContrary ? plainWord(wrong ?? '') : '',
    expected: plainWord(words[0]),
    span: null,
  }
  return wrong === null ? unlessOwnWord(asked, noun, words, problem) : problem
}

export const requirement = defineCheck({
  id: 'requirement',
  severity: 'critical',
  scope: {meanings: ['optional']},
  why: 'An optional port is opened without need, or a required one is left closed.',
  wrongWhen: 'The translation says “can” or “has to” in a way that the lexicon does not list.',
  good: [
    {locale: 'fr-FR', source: 'Required for federation', target: 'Obligatoire pour la fédération'},
    {
      locale: 'es-ES',
      source: 'Not required if the relay is down',
      target: 'No hace falta si el relé está caído',
    },
    {
      locale: 'ru-RU',
      source: 'Opening this port is optional.',
      target: 'Открывать этот порт не обязательно.',
    },
    {
      locale: 'ru-RU',
      source: 'Some services must be configured. For more information, see the topic.',
      target: 'Некоторые службы потребуется настроить. Дополнительные сведения см. в статье.',
    },
    {locale: 'ja-JP', source: 'Optionally used for routes', target: 'オプションで経路に使用'},
    // What must not be done is often said by a word of its own.
    {locale: 'ru-RU', source: 'Must not be blocked.', target: 'Не должен быть заблокирован.'},
    {locale: 'zh-CN', source: 'Must not be blocked.', target: '不得阻止。'},
    {locale: 'ko-KR', source: 'Must not be blocked.', target: '차단하면 안 됩니다.'},
    {locale: 'ar-SA', source: 'Must not be blocked.', target: 'يجب عدم حظره.'},
    {locale: 'de-DE', source: 'Must not be blocked', target: 'Darf nicht blockiert werden'},
  ],
  bad: [
    {
      locale: 'fr-FR',
      source: '(Optional) Redirection to HTTPS',
      target: 'Module Redirection vers HTTPS',
      message: 'Missing “facultatif”',
      fix: null,
    },
    {
      locale: 'zh-TW',
      source: 'Required for federation',
      target: '同盟可選用',
      message: 'Unexpected “選用”, expected “必須”',
      fix: null,
    },
  ],
  check: (asked): Problem[] => {
    const {
      english,
      target,
      context: {lexicon},
    } = asked
    const {required, optional} = lexicon.concepts
    if (required.length === 0 || optional.length === 0 || target.folded.trim() === '') return []
    const text = meaningOf(asked)
    const saysOptional = findWord(text, optional)
    const saysRequired = findWord(text, required)
    const expectsOptional = OPTIONAL_RE.test(english.text)
    const expectsRequired = REQUIRED_RE.test(english.text)
    if (expectsOptional && saysOptional === null)
      return [problemOf(asked, 'optional', optional, saysRequired)]
    return expectsRequired && saysRequired === null
      ? [problemOf(asked, 'required', required, saysOptional)]
      : []
  },
  fix: () => null,
})
