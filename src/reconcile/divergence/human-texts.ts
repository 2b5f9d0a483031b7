/** The human texts that a translation is held to. */
import type {Asked} from '../engine/check.ts'
import type {Known} from '../engine/reference.ts'
import {foldWords} from '../reading/placed-fold.ts'

/** Human texts for the same English, but the one that is asked about; one that was left in English says nothing. */
export const humanTexts = ({unit, english, context}: Asked): readonly Known[] =>
  context
    .memory(unit.source ?? '')
    .filter(
      ({human, target}) => human && target !== unit.target && foldWords(target) !== foldWords(english.text),
    )

/** A person wrote the very text for the same English: what others say otherwise is their choice of words. */
export const isHumanText = ({unit, context}: Asked): boolean =>
  unit.human !== true &&
  context
    .memory(unit.source ?? '')
    .some(({human, target, edition}) => human && target === unit.target && edition !== unit.edition)
