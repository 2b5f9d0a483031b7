/** What a browser loads of a topic to compare it: its rules and its title in each language. */
import type {Topic} from '../../model/schema.ts'
import type {TopicRules} from '../../model/topic-rules.ts'
import type {Spoken} from '../shared/reader.ts'

export interface CompareTopic extends TopicRules {
  /** By locale of the site. */
  titles: Record<string, Spoken>
}

/** Rows without a rule, texts and provenance are left out: they take no part in a comparison. */
export const compareTopic = ({id, tables}: Topic, titles: Record<string, Spoken>): CompareTopic => ({
  id,
  titles,
  tables: tables
    .map(({table, interface: side, rows}) => ({
      table,
      interface: side,
      rows: rows.flatMap(({row, rules}) => (rules.length === 0 ? [] : [{row, rules}])),
    }))
    .filter(({rows}) => rows.length > 0),
})
