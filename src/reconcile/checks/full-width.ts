/** Full-width characters inside a path or another cell of tokens, where a reader copies what stands there. */
import {defineCheck, type Problem} from '../engine/check.ts'
import {foldWidth} from '../reading/placed-fold.ts'

const WIDE_RE = /\s?[（）：；／．。０-９Ａ-Ｚａ-ｚ]/

const toAscii = (character: string): string => (character === '。' ? '.' : foldWidth(character))

/** Full-width brackets and their spaces as the English has them. */
const plain = (text: string, english: string): string => {
  const tight = text
    .replace(/[！-｝。]/g, toAscii)
    .replace(/\s*\(\s*/g, '(')
    .replace(/\s*\)\s*/g, ')')
    .replace(/\)(?=[\p{L}\p{N}])/gu, ') ')
  return /\s\(/.test(english) ? tight.replaceAll('(', ' (') : tight
}

export const fullWidth = defineCheck({
  id: 'full-width',
  severity: 'minor',
  why: 'A path that is copied with full-width characters is not found, and not accepted by a firewall.',
  wrongWhen: 'The cell is a sentence in which only tokens happen to stand.',
  good: [
    {locale: 'zh-TW', source: 'Source (IP address)', target: '來源（IP 位址）'},
    {locale: 'zh-TW', source: 'TCP (MTLS)', target: 'TCP (MTLS)'},
  ],
  bad: [
    {
      locale: 'zh-TW',
      source: 'Access/SIP(MTLS)/TCP/5061',
      target: 'Access/SIP （MTLS）/TCP/5061',
      message: 'Unexpected “（”, expected “(”',
      fix: 'Access/SIP(MTLS)/TCP/5061',
    },
    {
      locale: 'zh-TW',
      source: 'TCP (MTLS)',
      target: 'TCP （MTLS）',
      message: 'Unexpected “（”, expected “(”',
      fix: 'TCP (MTLS)',
    },
  ],
  check: ({english, target}): Problem[] => {
    if (!english.path && !english.tokensOnly) return []
    const match = WIDE_RE.exec(target.text)
    const character = match?.[0].trim() ?? ''
    return match === null ? [] : [{actual: character, expected: toAscii(character), span: null}]
  },
  fix: ({target, english}) => plain(target.text, english.text),
})
