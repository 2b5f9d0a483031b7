/** The matrix as a file: what is seen, in the reader's words. */
import {type Matrix, matrixToCsv} from '../../compare/topic-matrix.ts'
import type {Reader} from '../shared/reader.ts'
import type {Side} from './compare-diff.ts'
import {ruleLine} from './compare-words.ts'

/** @param onlyDifferences leaves out the rules that all topics have alike, as the page does then */
export function matrixCsv(
  {rows}: Matrix,
  sides: readonly Side[],
  onlyDifferences: boolean,
  reader: Reader,
): string {
  const {t} = reader
  return matrixToCsv(
    {rows: rows.filter(({equal}) => !(onlyDifferences && equal))},
    {
      titles: sides.map(({title}) => title.text),
      interface: t('matrix.interface'),
      sides: {external: t('side.external'), internal: t('side.internal'), none: t('side.other')},
      absent: t('compare.absent'),
      unknown: t('matrix.unknown'),
      describe: ({rule}) => ruleLine(rule.facts, reader),
    },
  )
}
