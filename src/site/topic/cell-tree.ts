/** Published text of a cell, and the mark that opens its evidence where it differs from what is usual. */

import {cellMark} from '../evidence/mark.ts'
import type {Page} from '../layout/page-context.ts'
import {type Child, h} from '../shared/tree.ts'
import {typeset} from '../shared/typeset.ts'
import type {TableCell} from './tables.ts'

export function cellTree({view, id}: TableCell, {t, locale, textLang}: Page): Child[] {
  const text = h('span', {class: 't'}, typeset(view.text))
  const mark = cellMark(view)
  if (mark === null) return [text]
  return [
    text,
    h(
      'button',
      {
        class: `b ${mark.kind}`,
        type: 'button',
        popovertarget: id,
        lang: view.lang === locale ? textLang : (textLang ?? locale),
      },
      t(mark.label),
    ),
  ]
}
