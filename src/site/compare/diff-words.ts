/** A difference in the words of the site, for lines of plain text. */

import type {FieldChange} from '../../compare/diff.ts'
import type {DiffWords} from '../../compare/render.ts'
import type {Facts} from '../../model/schema.ts'
import {onwardArrow} from '../../text/text-direction.ts'
import type {Reader} from '../shared/reader.ts'
import {diffSum} from './compare-diff.ts'
import {changeRemark, fieldWords, ruleLine} from './compare-words.ts'

export const diffWords = (reader: Reader): DiffWords => ({
  title: (from, to) => reader.t('compare.title', {from, to}),
  sum: (diff) => diffSum(diff, reader),
  side: (side) => reader.t(`side.${side ?? 'other'}`),
  rule: (facts) => ruleLine(facts, reader),
  change: (change, from, to) => changeLine(change, from, to, reader),
})

/** `Destination: Access Edge service → Access Edge service (public IP)` */
function changeLine(change: FieldChange, from: Facts, to: Facts, reader: Reader): string {
  const {field} = change
  const {t} = reader
  const remark = changeRemark(change, from, to, reader)
  const values = `${fieldWords(from, field, reader)} ${onwardArrow(reader.locale)} ${fieldWords(to, field, reader)}`
  return `${t(`field.${field}`)}${t('value.is')}${values}${remark === '' ? '' : ` (${remark})`}`
}
