/** Spaces that tear a name apart, and names that lost theirs. */
import {defineCheck, type Report, replaceSpan} from '../check.ts'

const MIN = 4

/** A Latin word of the English that stands in the translation only with spaces inside. */
export const nameSpacing = defineCheck({
  id: 'name-spacing',
  severity: 'minor',
  why: 'A name with a space in it is not found by a search, and can’t be copied.',
  wrongWhen: 'Two words of the language happen to spell the English word.',
  good: [{locale: 'ja-JP', source: 'SharePoint farm', target: 'SharePoint ファーム'}],
  bad: [
    {
      locale: 'zh-TW',
      source: 'OneNote module',
      target: 'One Note 模組',
      message: 'Unexpected “One Note”, expected “OneNote”',
      fix: 'OneNote 模組',
    },
  ],
  check: (asked): Report[] => {
    const {english, target} = asked
    const joined = english.words.filter(
      ({text}) => text.length >= MIN && /^[A-Z]/.test(text) && !target.tokens.has(text),
    )
    return joined.flatMap(({text}): Report[] => {
      for (let index = 0; index + 1 < target.words.length; index++) {
        const [left, right] = [target.words[index], target.words[index + 1]]
        if (
          !left ||
          !right ||
          left.text + right.text !== text ||
          target.wide.slice(left.end, right.start) !== ' '
        )
          continue
        return [{actual: `${left.text} ${right.text}`, expected: text, span: [left.start, right.end]}]
      }
      return []
    })
  },
  fix: ({target}, {span, expected}) => (span ? replaceSpan(target.text, span, expected) : null),
})
