/** What the configuration of a workspace changes of a run: folders, and where documents are placed by patterns. */

import {join, relative, resolve} from 'node:path'
import {posixPath} from '../../disk/posix-path.ts'
import type {Placement} from '../../ingest/identity/placement.ts'
import {patternToRegExp, placeByPattern} from '../../ingest/identity/source-pattern.ts'
import type {SourceFile} from '../../ingest/sources-fs.ts'
import {UNDETERMINED} from '../../model/edition-language.ts'
import {readConfig, type WorkspaceConfig} from './read-config-fs.ts'

/** Folders with documents, as options name them; undefined where the configuration names none. */
export const foldersOf = (config: WorkspaceConfig | null, content: string): string[] | undefined =>
  config?.sources?.map(({folder}) => join(content, folder))

/** The documents, each placed by the first pattern or locale that the configuration has for its folder. */
export function placeByConfig<File extends SourceFile>(
  files: readonly File[],
  config: WorkspaceConfig | null,
  content: string,
): File[] {
  if (config === null) return [...files]
  const rules = (config.sources ?? []).map(({folder, pattern, locale = null}) => ({
    folder: resolve(content, folder),
    pattern: pattern === undefined ? null : patternToRegExp(pattern),
    locale,
  }))
  return files.map((file) => {
    for (const {folder, pattern, locale} of rules) {
      const path = posixPath(relative(folder, file.file))
      if (path.startsWith('../')) continue
      const placement = pattern === null ? null : placeByPattern(path, pattern, locale)
      if (placement) return {...file, placement}
      if (locale !== null && file.placement) return {...file, placement: withLocale(file.placement, locale)}
    }
    return config.sourceLocale !== undefined && file.placement?.by === 'translations'
      ? {...file, placement: {...file.placement, locale: config.sourceLocale}}
      : file
  })
}

/** What places documents for a command whose workspace is named by an option, or is `content` where that has a configuration. */
export async function placerOf(
  content = 'content',
): Promise<(<File extends SourceFile>(files: readonly File[]) => File[]) | undefined> {
  const config = await readConfig(content)
  return config === null ? undefined : (files) => placeByConfig(files, config, content)
}

/** A folder's own locale holds where the path of a document tells none. */
const withLocale = (placement: Placement, locale: string): Placement =>
  placement.locale === UNDETERMINED || placement.by === 'translations'
    ? {...placement, locale, by: 'configuration'}
    : placement
