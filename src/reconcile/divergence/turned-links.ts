/** Two tied nouns in an order in which the language does not tie them, and in which no human text for the same English has them. */
import type {Asked} from '../engine/check.ts'
import type {Known} from '../engine/reference.ts'
import {humanTexts, isHumanText} from './human-texts.ts'
import {linksOf} from './link-orders.ts'

export interface TurnedLink {
  /** The English words and what ties them. */
  english: string
  witness: Known
}

export const turnedLinks = (asked: Asked): TurnedLink[] => {
  const {unit, english, target, context} = asked
  const words = context.words()
  if (words === null || unit.human || isHumanText(asked)) return []
  const witnesses = humanTexts(asked)
  const [witness] = witnesses
  if (witness === undefined) return []
  const orders = words.linkOrders()
  return linksOf(english.text).flatMap((link): TurnedLink[] => {
    const turns = orders.turns(link.tie)
    if (turns === null || orders.isTurnedIn(link, target.text) !== !turns) return []
    const isUsual = witnesses.every((human) => orders.isTurnedIn(link, human.target) === turns)
    return isUsual
      ? [
          {
            english: english.text.slice(link.first.start, link.second.start + link.second.text.length),
            witness,
          },
        ]
      : []
  })
}
