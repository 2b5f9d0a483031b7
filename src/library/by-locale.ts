/** Words of several locales, checked, by their locale. */
import {z} from 'zod'
import {UsageError} from '../disk/usage-error.ts'

/** @throws UsageError when one doesn't have the shape of its file, or comes twice */
export const byLocale = <Words extends {locale: string}>(
  what: string,
  given: readonly unknown[],
  schema: z.ZodType<Words>,
): Map<string, Words> => {
  const found = new Map<string, Words>()
  given.forEach((each, index) => {
    const parsed = schema.safeParse(each)
    if (!parsed.success)
      throw new UsageError(
        `${what} ${index + 1}: ${z.prettifyError(parsed.error)}`,
        `give the parsed JSON of a file of ${what}/`,
      )
    const {locale} = parsed.data
    if (found.has(locale))
      throw new UsageError(`expected one ${what} for ${locale}, found several`, 'join their entries into one')
    found.set(locale, parsed.data)
  })
  return found
}
