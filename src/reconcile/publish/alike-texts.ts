/** Human texts for an English that differs in its tokens only, with the tokens of this one filled in. */
import type {LocaleContext} from '../engine/context.ts'
import type {Known} from '../engine/reference.ts'
import {placesOfToken, tokenFrameOf} from '../reading/token-frame.ts'

/** A text that differs in more tokens says something else. */
const MOST = 2

/** The texts in the order given; none where a token can't be told from the words around it. */
export const alikeTexts = (source: string, context: LocaleContext): Known[] => {
  const {tokens} = tokenFrameOf(source)
  return context.alike(source).flatMap((known): Known[] => {
    const others = tokenFrameOf(known.source).tokens
    const changed = tokens.flatMap((token, at) =>
      others[at] === token ? [] : [[others[at] ?? '', token] as const],
    )
    const [from, by] = [new Set(changed.map(([one]) => one)), new Map(changed)]
    // A token that stands for two others, or that stays elsewhere, has no one place in the translation.
    if (changed.length === 0 || from.size > MOST || by.size !== new Set(by.values()).size) return []
    const isClear = [...from].every((token) => {
      const stands = others.filter((other) => other === token).length
      const replaced = changed.filter(([one, other]) => one === token && other === by.get(token)).length
      return stands === replaced && placesOfToken(known.target, token).length === stands
    })
    return isClear ? [{...known, source, target: fillIn(known.target, by)}] : []
  })
}

const fillIn = (text: string, by: ReadonlyMap<string, string>): string =>
  [...by]
    .flatMap(([token, other]) => placesOfToken(text, token).map((at) => ({at, token, other})))
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (filled, {at, token, other}) => filled.slice(0, at) + other + filled.slice(at + token.length),
      text,
    )
