/**
 * What the paths of all documents tell of each: its locale and its stem, the path without all that tells the locale. Two
 * documents with one stem are one document in two languages. Conventions: Hugo `content/<l>`, Docusaurus `i18n/<l>`,
 * Starlight and MkDocs `docs/<l>` and `name.<l>.md`, and repositories `X.<l>` beside `X`.
 */
import {isEnglish, UNDETERMINED} from '../../model/edition-language.ts'
import {evidenceIn, type LocaleEvidence, pathWithoutContainer} from './locale-evidence.ts'
import {isBareLanguage} from './locale-tag.ts'
import {type PathToken, pathOf, type SplitPath, stemWithout, tokensIn} from './path-parts.ts'

export interface Placement {
  /** BCP 47; `und` where no path tells it. */
  locale: string
  /** What tells the locale: a part of the path, the translations beside it, the workspace, or nothing. */
  by: 'path' | 'translations' | 'configuration' | null
  /** The path in lower case without locale, form words and extension. */
  stem: string
}

/** The language of documents that are the source of others, where nothing states it. */
const SOURCE = 'en'

/** The placement of each path; paths are those of one run, with `/`. */
export function placeDocuments(paths: readonly string[], source: string = SOURCE): Map<string, Placement> {
  const split = paths.map(pathOf)
  const evidence = evidenceIn(split)
  const placed = new Map<string, Placement>()
  const stems = new Set(split.map((path) => stemWithout(path, null)))
  const stemOf = (path: SplitPath, token: PathToken): string => {
    const own = stemWithout(path, token)
    const beside = stems.has(own) ? null : containerStem(path, token)
    return beside !== null && stems.has(beside) ? beside : own
  }
  const open: SplitPath[] = []
  const translated = new Set<string>()
  for (const path of split) {
    const token = tokenOf(path, evidence)
    if (token === null) {
      open.push(path)
      continue
    }
    const stem = stemOf(path, token)
    placed.set(path.path, {locale: token.locale, by: 'path', stem})
    if (token.locale.split('-')[0] !== source.split('-')[0]) translated.add(stem)
  }
  for (const path of open) {
    const stem = stemWithout(path, null)
    const isSource = translated.has(stem) || evidence.isSource(path)
    placed.set(path.path, {
      locale: isSource ? source : UNDETERMINED,
      by: isSource ? 'translations' : null,
      stem,
    })
  }
  return placed
}

/** The stem without the folder that holds translations alone, where there is one. */
function containerStem(path: SplitPath, token: PathToken): string | null {
  if (pathWithoutContainer(path, token) === null) return null
  const folders = path.folders.filter((_, index) => index !== token.index - 1)
  return stemWithout({...path, folders}, {...token, index: token.index - 1})
}

/** The placement of a document of which no other path is known. */
export const placeDocument = (path: string): Placement =>
  placeDocuments([path]).get(path) ?? {locale: UNDETERMINED, by: null, stem: path}

/** What tells the locale: the innermost part that is a whole tag or is shown to be one, of a translation before English. */
function tokenOf(path: SplitPath, evidence: LocaleEvidence): PathToken | null {
  const accepted = tokensIn(path).filter(
    (token) => evidence.isConfirmed(path, token) || evidence.isPlausible(path, token),
  )
  const foreign = accepted.filter(({locale}) => !isEnglish(locale))
  const sure = (tokens: readonly PathToken[]): PathToken | undefined =>
    tokens.find((token) => evidence.isConfirmed(path, token)) ??
    tokens.find(({locale}) => !isBareLanguage(locale)) ??
    tokens[0]
  return sure(foreign) ?? sure(accepted) ?? null
}
