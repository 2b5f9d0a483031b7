/** What the document says about rules of a file beyond their facts: a reader must see it before she loads the file. */
import type {ExportRule, PlanEnd, PlanRule, Remark} from '../export-types.ts'
import {type FirewallTexts, say} from '../firewall-texts.ts'
import {cleanId} from '../names.ts'
import {commentText} from './comment.ts'

/** Remarks of rules that are open to any address, and conditions of all; the same words are quoted once. */
export function remarksOf(written: readonly PlanRule[], rules: readonly ExportRule[]): Remark[] {
  const allows = written.filter(({action}) => action === 'allow')
  const ids = new Set(allows.flatMap(({ruleIds}) => ruleIds))
  const open = new Set(allows.filter(isOpen).flatMap(({ruleIds}) => ruleIds))
  const quoted = rules
    .map((rule) => ({...rule, id: cleanId(rule.id)}))
    .filter(({id}) => ids.has(id))
    .flatMap(({id, remark, condition}) => {
      const texts = new Set([open.has(id) ? remark : null, condition])
      return [...texts].flatMap((text) =>
        text === null ? [] : [{id, text, isOpen: open.has(id), isConditional: text === condition}],
      )
    })
  const same = Map.groupBy(quoted, ({text, isOpen, isConditional}) =>
    JSON.stringify([text, isOpen, isConditional]),
  )
  return [...same.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const {id: _, ...said} = first
    return [{...said, ruleIds: [...new Set(group.map(({id}) => id))]}]
  })
}

const isOpen = ({source, destination}: PlanRule): boolean =>
  [source, destination].some(({kind}: PlanEnd) => kind === 'any')

/** Longer ones can be read in the comments of their rules. */
const quoteLength = 100

export interface QuotedRemarks {
  /** What is counted, and what to do. */
  title: string
  quotes: string[]
}

/** First what is said of rules that are open to any address. */
export function quotedRemarks(remarks: readonly Remark[], texts: FirewallTexts): QuotedRemarks[] {
  const [open, others] = [remarks.filter(({isOpen}) => isOpen), remarks.filter(({isOpen}) => !isOpen)]
  return [...quotedAs('openRemarks', open, texts), ...quotedAs('conditions', others, texts)]
}

/** The same as lines of text. */
export const remarkLines = (remarks: readonly Remark[], texts: FirewallTexts): string[] =>
  quotedRemarks(remarks, texts).flatMap(({title, quotes}) => [title, ...quotes])

function quotedAs(
  id: 'openRemarks' | 'conditions',
  remarks: readonly Remark[],
  texts: FirewallTexts,
): QuotedRemarks[] {
  if (remarks.length === 0) return []
  const {size} = new Set(remarks.flatMap(({ruleIds}) => ruleIds))
  const quotes = remarks.map((remark) => {
    const rules = remark.ruleIds.map((rule) => commentText(rule)).join(', ')
    const isMarked = remark.isConditional && id === 'openRemarks'
    const named = isMarked ? `${rules} (${say(texts, 'conditional')})` : rules
    return say(texts, 'quotedRemark', {rules: named, text: commentText(remark.text, quoteLength)})
  })
  return [{title: commentText(say(texts, id, {count: String(size)})), quotes}]
}
