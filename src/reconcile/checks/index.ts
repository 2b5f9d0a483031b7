/** The list of all checks: what is in it is asked of every cell, documented, exported and tested. */
import type {Check} from '../engine/check.ts'
import {acronym} from './acronym.ts'
import {anyEndpoint} from './any-endpoint.ts'
import {bracket} from './bracket.ts'
import {condition} from './condition.ts'
import {direction} from './direction.ts'
import {divergence} from './divergence.ts'
import {endpoint} from './endpoint.ts'
import {exception} from './exception.ts'
import {fileOrCommand} from './file-or-command.ts'
import {fullWidth} from './full-width.ts'
import {inconsistent} from './inconsistent.ts'
import {missingSentence} from './missing-sentence.ts'
import {nameSpacing} from './name-spacing.ts'
import {negation} from './negation.ts'
import {opposite} from './opposite.ts'
import {otherCell} from './other-cell.ts'
import {placeholder} from './placeholder.ts'
import {portNumber} from './port-number.ts'
import {portRange} from './port-range.ts'
import {productName} from './product-name.ts'
import {protocolToken} from './protocol-token.ts'
import {punctuation} from './punctuation.ts'
import {qualifier} from './qualifier.ts'
import {requirement} from './requirement.ts'
import {reviewerDecision} from './reviewer-decision.ts'
import {sourceAnomaly} from './source-anomaly.ts'
import {term} from './term.ts'
import {tokenCell} from './token-cell.ts'
import {transport} from './transport.ts'
import {unsupportedRendering} from './unsupported-rendering.ts'
import {untranslated} from './untranslated.ts'
import {wordOrder} from './word-order.ts'
import {wrongLanguage} from './wrong-language.ts'

/** The gravest first, then in the order of a path: what a reader would do wrong with the cell. */
export const checks: readonly Check[] = [
  anyEndpoint,
  portRange,
  portNumber,
  transport,
  protocolToken,
  tokenCell,
  endpoint,
  otherCell,
  direction,
  negation,
  opposite,
  requirement,
  condition,
  exception,
  qualifier,
  untranslated,
  wrongLanguage,
  fileOrCommand,
  placeholder,
  missingSentence,
  unsupportedRendering,
  acronym,
  divergence,
  wordOrder,
  term,
  inconsistent,
  productName,
  bracket,
  fullWidth,
  punctuation,
  nameSpacing,
  reviewerDecision,
  sourceAnomaly,
]
