/** The answer of an audit as a page shows it: what fails first, then what is open beyond, then what was not asked. */
import type {ElementContent} from 'hast'
import type {Audit, NotAsked} from '../../firewall/audit/audit.ts'
import type {Beyond} from '../../firewall/audit/beyond.ts'
import {regionText} from '../../firewall/audit/describe.ts'
import type {Line} from '../../firewall/audit/device.ts'
import {type JudgedRule, severest, tellingParts, type Verdict} from '../../firewall/audit/judge.ts'
import type {Region} from '../../firewall/audit/region.ts'
import {type Child, h} from '../shared/tree.ts'
import {type AuditWords, regionWords} from './audit-words.ts'

/** Of a long list the first; the rest is counted. */
const mostShown = 200
/** Parts and lines that are named of one rule. */
const mostNamed = 4

const rulesOf = ({rules}: Audit, verdict: Verdict): JudgedRule[] =>
  rules.filter((rule) => rule.verdict === verdict)

/** One sentence: how many rules were compared with what, how many there are of each verdict, and how much is open beyond them. */
export function auditSum(audit: Audit, {t, count, number}: AuditWords): string {
  const verdicts = severest.flatMap((verdict) => {
    const found = rulesOf(audit, verdict).length
    return found === 0 ? [] : [`${t(`audit.verdict.${verdict}`)} (${number(found)})`]
  })
  const beyond = (['wider', 'extra'] as const).flatMap((kind) => {
    const found = audit.beyond.filter((each) => each.kind === kind).length
    return found === 0 ? [] : [`${t(`audit.${kind}`)} (${number(found)})`]
  })
  const unset = audit.notAsked.filter(({why}) => why === 'unset').length
  const left = unset === 0 ? [] : [`${t('audit.notAsked')} (${number(unset)})`]
  return t('audit.sum', {
    rules: count('rules', audit.rules.length),
    format: audit.format.id,
    verdicts: [...verdicts, ...beyond, ...left].join(' · '),
  })
}

export function auditTree(audit: Audit, words: AuditWords): ElementContent[] {
  const {t} = words
  const beyond = (kind: Beyond['kind']): Beyond[] => audit.beyond.filter((each) => each.kind === kind)
  return [
    ...(audit.isOfAllMachines
      ? [h('p', {class: 'note'}, t('audit.allMachines', {device: t('export.device')}))]
      : []),
    ...audit.notes.map((note) => h('p', {class: 'note', lang: 'en'}, note)),
    ...severest.flatMap((verdict) =>
      section(
        t(`audit.verdict.${verdict}`),
        rulesOf(audit, verdict),
        (rule) => ruleItem(rule, words),
        words,
        {
          isClosed: verdict === 'allowed' || verdict === 'stopped',
          kind: verdict,
        },
      ),
    ),
    ...section(t('audit.wider'), beyond('wider'), (each) => beyondItem(each, words), words, {kind: 'wider'}),
    ...section(t('audit.extra'), beyond('extra'), (each) => beyondItem(each, words), words, {kind: 'extra'}),
    ...section(t('audit.notAsked'), audit.notAsked, (each) => notAskedItem(each, words), words, {
      kind: 'not-asked',
    }),
  ]
}

function section<Item>(
  title: string,
  items: readonly Item[],
  itemOf: (item: Item) => ElementContent,
  {t, number}: AuditWords,
  {isClosed = false, kind}: {isClosed?: boolean; kind: string},
): ElementContent[] {
  if (items.length === 0) return []
  const rest = items.length - mostShown
  return [
    h(
      'details',
      {class: 'verdict', 'data-kind': kind, open: isClosed ? undefined : true},
      h('summary', {}, h('h3', {}, `${title} (${number(items.length)})`)),
      h('ul', {}, items.slice(0, mostShown).map(itemOf)),
      rest > 0 ? h('p', {}, t('audit.rest', {count: number(rest)})) : null,
    ),
  ]
}

function ruleItem(judged: JudgedRule, words: AuditWords): ElementContent {
  const {t} = words
  const {rule, verdict, regions, lines, reasons} = judged
  const {failing, unknown} = tellingParts(judged)
  const [url] = rule.urls
  const name = rule.comment[0] ?? rule.ruleIds.join(' ')
  return h(
    'li',
    {},
    h('p', {}, url === undefined ? name : h('a', {href: url}, name)),
    h('p', {class: 'parts'}, regionsText(regions, words)),
    labelled(
      t(verdict === 'open' ? 'audit.letThrough' : 'audit.notAllowed'),
      regionsText(failing, words),
      words,
    ),
    labelled(t('audit.notKnown'), regionsText(unknown, words), words),
    lines.length === 0
      ? null
      : h('p', {class: 'decided'}, `${t('audit.by')}${t('value.is')}`, lineTexts(lines, words)),
    reasons.map((reason) => h('p', {class: 'decided', lang: 'en'}, reason)),
  )
}

const labelled = (label: string, text: string, {t}: AuditWords): Child =>
  text === '' ? null : h('p', {class: 'parts'}, `${label}${t('value.is')}${text}`)

function beyondItem({line, regions, isSure}: Beyond, words: AuditWords): ElementContent {
  const {t} = words
  const open = regions.length === 0 ? t('audit.default') : regionsText(regions, words)
  return h(
    'li',
    {},
    h('p', {class: 'parts'}, isSure ? open : `${t('audit.perhaps')}${t('value.is')}${open}`),
    h('p', {class: 'decided'}, lineTexts([line], words)),
  )
}

const notAskedItem = (each: NotAsked, words: AuditWords): ElementContent =>
  h('li', {}, h('p', {}, h('code', {}, each.ruleIds.join(' ')), ' ', whyText(each, words)))

function whyText(each: NotAsked, {t, end, omitted}: AuditWords): string {
  switch (each.why) {
    case 'unset':
      return t('audit.whyUnset', {ends: each.keys.map(end).join(t('value.and'))})
    case 'other-machine':
      return t('audit.whyMachine')
    case 'omitted':
      return each.reasons.map(omitted).join(t('value.and'))
    case 'interface':
      return t('audit.whyInterface')
    case 'requirement':
      return t('audit.whyRequirement', {requirement: t(`requirement.${each.requirement}`)})
  }
}

const regionsText = (regions: readonly Region[], words: AuditWords): string =>
  some(
    regions.map((region) => regionText(region, regionWords(words))),
    words,
  ).join('; ')

const lineTexts = (lines: readonly Line[], words: AuditWords): Child[] =>
  some(
    lines.map(({path, line, text}) => `${path}:${line} ${text}`),
    words,
  ).map((text) => h('code', {}, text))

const some = (texts: readonly string[], {number}: AuditWords): string[] =>
  texts.length > mostNamed
    ? [...texts.slice(0, mostNamed), `+${number(texts.length - mostNamed)}`]
    : [...texts]
