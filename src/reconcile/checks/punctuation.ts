/** Punctuation that a cell of tokens got and its English does not have: `HTTPS:`. */
import {defineCheck, type Problem, replaceSpan} from '../engine/check.ts'

const STRAY_RE = /[:;!?…。]/

export const punctuation = defineCheck({
  id: 'punctuation',
  severity: 'minor',
  why: 'A stray character looks like a part of the protocol’s name, and breaks a search for it.',
  wrongWhen: 'The language rightly sets it.',
  good: [{locale: 'zh-TW', source: 'HTTPS TCP', target: 'HTTPS TCP'}],
  bad: [{locale: 'zh-TW', source: 'HTTPS', target: 'HTTPS:', message: 'Unexpected “:”', fix: 'HTTPS'}],
  check: ({english, target}): Problem[] => {
    if (!english.tokensOnly || /[:;!?…。.]/.test(english.text)) return []
    const at = target.wide.search(STRAY_RE)
    return at === -1 ? [] : [{actual: target.text.slice(at, at + 1), expected: '', span: [at, at + 1]}]
  },
  fix: ({target}, {span}) => (span ? replaceSpan(target.text, span, '') : null),
})
