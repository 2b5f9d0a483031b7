/** Whether a topic speaks a language. */
import type {Text, Topic} from '../../model/schema.ts'
import {isStated} from '../../model/stated.ts'
import {lookUp} from '../../text/look-up.ts'

/** Whether any cell of its tables is said in the language, or was until its English took the place. */
export const isTranslated = ({tables}: Pick<Topic, 'tables'>, locale: string): boolean =>
  someCell(tables, ({source, texts}) =>
    locale === 'en' ? source !== null : lookUp(texts, locale) !== undefined,
  )

const someCell = (tables: Topic['tables'], holds: (cell: Text) => boolean): boolean =>
  tables.some(({header, rows}) =>
    [...(header === null ? [] : [header]), ...rows].some(({cells}) => cells.some(holds)),
  )

/** What is to be said of a topic without a translation: in which language it is shown; null for one with a translation. */
export function untranslatedNote(
  topic: Pick<Topic, 'tables'>,
  locale: string,
): 'topic.untranslated' | 'topic.original' | null {
  if (isTranslated(topic, locale)) return null
  return isTranslated(topic, 'en') ? 'topic.untranslated' : 'topic.original'
}

/** Whether each cell of the rules in a language has its English in a document, so that it could be checked against it. */
export const isChecked = ({tables}: Pick<Topic, 'tables'>, locale: string): boolean =>
  tables
    .flatMap(({rows}) => rows.filter(({rules}) => rules.length > 0).flatMap(({cells}) => cells))
    .every(({source, sourceOrigin, texts}) => {
      const said = lookUp(texts, locale)
      if (said === undefined) return false
      return said.text === '' || (source !== null && sourceOrigin !== null && isStated(sourceOrigin))
    })
