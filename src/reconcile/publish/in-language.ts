/** Whether a text reads as one of a language: by its script, its ideographs, and the small words of English. */
import {localeData} from '../../languages/languages.ts'
import {lexiconOf} from '../../languages/lexicon.ts'
import {scriptCodeOf} from '../../languages/scripts-of.ts'
import {foreignHan, isHanScript} from '../../text/han-use.ts'
import {plainEnglish, sharedWords} from '../reading/english-words.ts'
import {latinWords} from '../reading/latin.ts'
import {foldWidth, foldWords} from '../reading/placed-fold.ts'
import {hasScript} from '../reading/script.ts'

/** A text without a letter is one of every language. */
export const isInLanguage = (text: string, locale: string): boolean => {
  if (!/\p{L}/u.test(text)) return true
  const main = localeData(locale).scripts.filter((script) => script !== 'Latin')
  if (main.length > 0 && !hasScript(text, main)) return false
  const script = scriptCodeOf(locale)
  if (script !== null && isHanScript(script) && foreignHan(text, script).length > 0) return false
  return main.length > 0 || !isPlainEnglish(text, locale)
}

/** A small word of English that the language has not, and none of its own. */
const isPlainEnglish = (text: string, locale: string): boolean => {
  const {small} = lexiconOf(locale)
  const words = latinWords(foldWidth(text)).map((word) => foldWords(word.text))
  return (
    !words.some((word) => small.includes(word)) &&
    words.some((word) => plainEnglish.has(word) && !sharedWords.has(word))
  )
}
