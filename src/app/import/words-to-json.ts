/** Writes decisions and termbases as their files look: one entry a line, so that a change is a line of a diff. */
import type {Decisions} from '../../reconcile/engine/decisions.ts'
import type {Term, Termbase} from '../../reconcile/learning/termbase-schema.ts'

type Value = string | readonly string[] | undefined

const valueToJson = (value: string | readonly string[]): string =>
  typeof value === 'string'
    ? JSON.stringify(value)
    : `[${value.map((text) => JSON.stringify(text)).join(', ')}]`

const entryToJson = (entry: Record<string, Value>): string => {
  const fields = Object.entries(entry).flatMap(([name, value]) =>
    value === undefined ? [] : [`${JSON.stringify(name)}: ${valueToJson(value)}`],
  )
  return `    {${fields.join(', ')}}`
}

const fileToJson = (locale: string, entries: readonly Record<string, Value>[]): string => {
  const list = entries.length === 0 ? '[]' : `[\n${entries.map(entryToJson).join(',\n')}\n  ]`
  return `{\n  "locale": ${JSON.stringify(locale)},\n  "entries": ${list}\n}\n`
}

export const decisionsToJson = ({locale, entries}: Decisions): string =>
  fileToJson(
    locale,
    entries.map(({source, text, reason, date}) => ({source, text, reason, date})),
  )

/** `minor` is what an entry is unless it says otherwise. */
const termToEntry = ({
  source,
  approved,
  accepted,
  forbidden,
  severity,
  note,
}: Term): Record<string, Value> => ({
  source,
  approved,
  accepted,
  forbidden,
  severity: severity === 'minor' ? undefined : severity,
  note,
})

export const termbaseToJson = ({locale, entries}: Termbase): string =>
  fileToJson(locale, entries.map(termToEntry))
