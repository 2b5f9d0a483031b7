/** Which rules a device that follows A must get and lose to follow B. */
import type {DiffKind, RuleDiff, TopicDiff} from './diff.ts'

export interface Delta {
  /** Ids of rules of B. */
  add: string[]
  /** Ids of rules of A. */
  remove: string[]
}

/** On either side; a rule on another condition or covered by one topic alone is none of either. */
const added: readonly DiffKind[] = ['onlyB', 'denied', 'readdressed']
const removed: readonly DiffKind[] = ['onlyA', 'undenied', 'readdressed']

/** A rule that opens a part of its ports is added whole, and one that closes a part is replaced. */
export function deltaOf({rules}: Pick<TopicDiff, 'rules'>): Delta {
  const isChanged = ({kind}: RuleDiff): boolean => kind === 'changed'
  const ids = (side: 'a' | 'b', kinds: readonly DiffKind[]): string[] =>
    rules
      .filter((rule) => kinds.includes(rule.kind) || isChanged(rule))
      .flatMap((rule) => rule[side]?.rule.id ?? [])
  return {add: [...new Set(ids('b', added))], remove: [...new Set(ids('a', removed))]}
}
