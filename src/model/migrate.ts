/** Brings a dataset that version 0.1 wrote into the present shape, so that a new one can be compared with it. */
import {z} from 'zod'

/** What of such a dataset has another shape now; all else is left as it is, and is looked at with the whole. */
const ruleSchema = z.looseObject({facts: z.looseObject({requirement: z.string()})})
const earlierSchema = z.looseObject({
  schema: z.literal(1),
  topics: z.array(
    z.looseObject({
      tables: z.array(
        z.looseObject({
          header: z.looseObject({}).nullable(),
          rows: z.array(z.looseObject({rule: ruleSchema.nullable()})),
        }),
      ),
    }),
  ),
})

/** The same value where it is no dataset of version 0.1. */
export function migrateDataset(value: unknown): unknown {
  const earlier = earlierSchema.safeParse(value)
  if (!earlier.success) return value
  const {topics, ...rest} = earlier.data
  return {
    ...rest,
    schema: 2,
    topics: topics.map((topic) => ({
      ...topic,
      tables: topic.tables.map((table) => ({
        ...table,
        header: table.header === null ? null : {...table.header, rules: []},
        rows: table.rows.map(({rule, ...row}) => ({...row, rules: rule === null ? [] : [migrateRule(rule)]})),
      })),
    })),
  }
}

/** A rule was called required where nothing was said of it; and no row was read that forbids, or tells of a direction. */
const migrateRule = ({facts, ...rule}: z.infer<typeof ruleSchema>): object => ({
  ...rule,
  facts: {
    ...facts,
    requirement: facts.requirement === 'required' ? 'unknown' : facts.requirement,
    action: 'allow',
    direction: null,
  },
})
