/** Spaces that tear a name apart, and names that lost theirs. */
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {isIdeographic, replaceSpaced} from '../reading/script.ts'

const MIN = 4

/** A Latin word of the English that stands in the translation only with a space inside. */
const tornWords = ({english, target}: Asked): Problem[] =>
  english.words
    .filter(({text}) => text.length >= MIN && /^[A-Z]/.test(text) && !target.tokens.has(text))
    .flatMap(({text}): Problem[] => {
      const at = target.words.findIndex((word, index) => {
        const next = target.words[index + 1]
        return next && word.text + next.text === text && target.wide.slice(word.end, next.start) === ' '
      })
      const [left, right] = [target.words[at], target.words[at + 1]]
      if (!left || !right) return []
      return [{actual: `${left.text} ${right.text}`, expected: text, span: [left.start, right.end]}]
    })

/**
 * A product's name that touches a CJK character, in a text that sets its other Latin words off by spaces: a name that was
 * put back into a finished translation, often in the wrong place.
 */
const gluedNames = ({english, target}: Asked): Problem[] => {
  const {wide} = target
  const spaced = target.words.some(
    ({start, end}) => touches(wide, start - 2, start - 1) || touches(wide, end + 1, end),
  )
  if (!spaced) return []
  return english.names
    .filter(({kept}) => kept)
    .flatMap(({name}): Problem[] => {
      const at = wide.indexOf(name)
      if (at === -1 || !(isIdeographic(wide[at - 1]) || isIdeographic(wide[at + name.length]))) return []
      const span: [number, number] = [at, at + name.length]
      return [{actual: wide.slice(Math.max(0, at - 1), at + name.length + 1), expected: name, span}]
    })
    .slice(0, 1)
}

/** A CJK character and a space beside it. */
const touches = (text: string, character: number, space: number): boolean =>
  text[space] === ' ' && isIdeographic(text[character])

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
    {
      locale: 'ja-JP',
      source: 'Web services of an Office 365 tenant',
      target: 'テナントOffice 365の Web サービス',
      message: 'Unexpected “トOffice 365の”, expected “Office 365”',
      fix: 'テナント Office 365 の Web サービス',
    },
  ],
  check: (asked) => [...tornWords(asked), ...gluedNames(asked)],
  fix: ({target}, {span, expected}) => (span ? replaceSpaced(target.text, span, expected) : null),
})
