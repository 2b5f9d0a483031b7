/** One finding in the reader's language: check, what was found and expected, and the texts that prove it. */
import type {Element} from 'hast'
import type {Evidence, Finding} from '../../model/schema.ts'
import type {Page} from '../layout/page-context.ts'
import {languageName} from '../shared/site-languages.ts'
import {type Child, h} from '../shared/tree.ts'
import {typeset} from '../shared/typeset.ts'

/** @param shown texts that stand beside it already: English, original, published */
export function findingLine(finding: Finding, shown: readonly (string | null)[], page: Page): Child[] {
  const {t} = page
  const {check, actual, expected, severity, locale, evidence, fix} = finding
  const tellsMore = actual !== '' && !shown.includes(actual)
  const proofs = evidence.filter(({kind, text}) => kind !== 'english' || !shown.includes(text))
  return [
    h('a', {href: page.to(`checks/${check}/`)}, page.checkTitle(check)),
    tellsMore
      ? [
          t('punctuation.colon'),
          t('finding.found'),
          h('q', {lang: severity === 'source-anomaly' ? 'en' : locale}, typeset(actual)),
        ]
      : null,
    expected === '' || shown.includes(expected)
      ? null
      : [
          t(tellsMore ? 'punctuation.comma' : 'punctuation.colon'),
          t('finding.expected'),
          h('q', {}, typeset(expected)),
        ],
    fix === null ? [' ', h('span', {class: 'open'}, t('finding.open'))] : null,
    proofs.length === 0
      ? null
      : h(
          'ul',
          {class: 'proof'},
          proofs.map((proof) => proofItem(proof, page)),
        ),
  ]
}

const proofItem = ({kind, locale, text, place}: Evidence, {t}: Page): Element =>
  h(
    'li',
    {},
    t(`proof.${kind}`),
    kind === 'locale' ? ` (${languageName(locale)})` : null,
    t('punctuation.colon'),
    h('span', {lang: locale}, typeset(text)),
    place === null ? null : [' ', h('code', {}, `${place.path}:${place.line}`)],
  )
