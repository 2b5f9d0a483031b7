/** Which languages a run of checks reports, as people write them: `sv_SE`, `sv-SE` and `sv` all name the file's `sv`. */
import {UsageError} from '../../disk/usage-error.ts'
import {canonicalLocale} from '../../formats/interchange-unit.ts'

/**
 * The tags in canonical case.
 *
 * @throws UsageError for one that is no tag
 */
export const readTags = (tags: readonly string[]): string[] =>
  tags.map((tag) => {
    const read = canonicalLocale(tag)
    if (read === null)
      throw new UsageError(
        `expected a language for --locale, found “${tag}”`,
        'name it like zh-TW, fr-FR or sv',
      )
    return read
  })

/** Whether a language is one of those asked for; all are, where none is named. */
export const isReported = (locale: string, wanted: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((tag) => isNamed(locale, tag))

/**
 * A range names all that begin as it does, and what it begins with itself, its likely script and region included.
 *
 * Source: RFC 4647, 3.3.1 and 3.4.
 */
const isNamed = (locale: string, range: string): boolean =>
  beginsWith(locale, range) ||
  beginsWith(range, locale) ||
  beginsWith(likely(range), locale) ||
  likely(locale) === likely(range)

const beginsWith = (tag: string, head: string): boolean => tag === head || tag.startsWith(`${head}-`)

const likely = (tag: string): string => new Intl.Locale(tag).maximize().toString()

/** @throws UsageError when nothing that was checked is in a language that was asked for */
export function refuseUnseen(wanted: readonly string[], seen: readonly string[]): void {
  const unseen = seen.length === 0 ? [] : wanted.filter((tag) => !seen.some((locale) => isNamed(locale, tag)))
  if (unseen.length > 0)
    throw new UsageError(
      `nothing in ${unseen.join(', ')} was checked`,
      `what was named is in ${seen.join(', ')}: name one of these with --locale`,
    )
}
