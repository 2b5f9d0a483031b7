/** The comment at the top of a removing file: how to load it, what it takes away, and what it leaves. */
import type {Left, Owned, Target} from '../export-types.ts'
import {type FirewallTexts, say} from '../firewall-texts.ts'
import {commentText} from '../writing/comment.ts'

export function removalHeader(
  topics: readonly Owned[],
  {leaves}: Pick<Target, 'leaves'>,
  command: string,
): string[] {
  const [first] = topics
  if (first === undefined) throw new Error('expected a topic')
  const {texts} = first
  return [
    say(texts, 'load', {command}),
    ...[say(texts, 'removesAll'), ...leftLines(leaves?.(...topics) ?? [], texts)].map((line) =>
      commentText(line, 1000),
    ),
  ]
}

/** One line each. */
export const leftLines = (left: readonly Left[], texts: FirewallTexts): string[] =>
  left.map(({id, names}) => say(texts, id, {names}))
