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
