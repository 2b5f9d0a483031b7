/** Says once a run which languages no document states, and how to state them. */
import type {Edition} from '../../model/edition.ts'
import {compareText} from '../../model/order.ts'
import type {Diagnostic} from '../../model/schema.ts'

const reasons = [
  ['path', 'by their paths'],
  ['translations', 'as the source of the translations beside them'],
  ['text', 'by their text'],
  ['tree', 'as the documents around them'],
] as const

/** One diagnostic at the first such document; none where all state their language. */
export const assumedLanguages = (editions: readonly Edition[]): Diagnostic[] => {
  const assumed = editions.filter(({localeFrom}) => reasons.some(([from]) => from === localeFrom))
  const [path] = assumed.map(({info}) => info.path).toSorted(compareText)
  if (path === undefined) return []
  const counts = reasons.flatMap(([from, words]) => {
    const count = assumed.filter(({localeFrom}) => localeFrom === from).length
    return count === 0 ? [] : [`${count} ${words}`]
  })
  return [
    {
      place: {path, line: 1, column: 1},
      severity: 'info',
      id: 'assumed-language',
      message: `the language of ${assumed.length} ${assumed.length === 1 ? 'document' : 'documents'} was assumed: ${counts.join(', ')}`,
      hint: 'state it with lang or ms.contentlocale in the front matter, or with a pattern in portolan.config, if one is wrong',
    },
  ]
}
