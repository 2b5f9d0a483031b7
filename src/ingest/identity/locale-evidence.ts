/** Which parts of paths are locales, told by the other paths: a document beside it whose path differs in this part alone. */
import {isEnglish} from '../../model/edition-language.ts'
import {isBareLanguage} from './locale-tag.ts'
import {type PathToken, pathWithout, type SplitPath, tokensIn} from './path-parts.ts'

export interface LocaleEvidence {
  /** Whether other paths show that a part is a locale: the same document stands there in another language. */
  isConfirmed: (path: SplitPath, token: PathToken) => boolean
  /** Whether a part is a locale by the way it is written and by where it stands, as far as other paths don't speak against it. */
  isPlausible: (path: SplitPath, token: PathToken) => boolean
  /** Whether a document without a locale stands where the source of translations does. */
  isSource: (path: SplitPath) => boolean
}

/** Folders that hold a folder for each language, and often others. */
const mixedParents = new Set(['', 'content', 'docs', 'doc', 'documentation'])
/** Folders that hold nothing else. */
const localeParents = new Set(
  ['i18n', 'l10n', 'intl', 'lang', 'langs', 'language', 'languages', 'locale', 'locales'].concat([
    'translation',
    'translations',
    'translated',
    'localized',
  ]),
)

/** Folders beside those of languages that hold pieces of pages, which say nothing of what stands beside them. */
const pieceFolderRE =
  /^(?:[._].*|includes?|parts?|partials|snippets|shared|common|reusables?|templates|assets|images|img|media|static)$/

/** @param paths of one run */
export function evidenceIn(paths: readonly SplitPath[]): LocaleEvidence {
  const whole = new Set(paths.map((path) => pathWithout(path, null)))
  const {twins, folders} = twinsOf(paths)
  const confirmed = new Set<string>()
  const sources = new Map<string, Set<string>>()
  for (const path of paths) {
    for (const token of tokensIn(path)) {
      const hasTwin = isTelling(path, token, twins.get(skeletonOf(path, token)) ?? new Set())
      const hasSource =
        mayBeBeside(path, token) &&
        (whole.has(pathWithout(path, token)) || whole.has(pathWithoutContainer(path, token) ?? ''))
      if (!hasTwin && !hasSource) continue
      confirmed.add(keyOf(path, token))
      if (!hasSource) continue
      const root = sourceRootOf(path, token)
      sources.set(root, (sources.get(root) ?? new Set()).add(token.locale))
    }
  }
  for (const path of paths) {
    const base = docusaurusBaseOf(path)
    if (base !== null) for (const root of docusaurusRoots) sources.set(`${base}${root}`, new Set())
  }
  // Where an English translation stands beside it, the source is in another language.
  const sourceRoots = new Set(
    [...sources].flatMap(([root, locales]) => ([...locales].some(isEnglish) ? [] : [root])),
  )
  const isConfirmed = (path: SplitPath, token: PathToken): boolean => confirmed.has(keyOf(path, token))
  return {
    isConfirmed,
    isPlausible: (path, token) => {
      // What ends the name of a file may be any short word: `sign-in`, `add-on`.
      if (token.in === 'file' && token.rest !== '') return false
      if (token.in === 'repository')
        return !isBareLanguage(token.locale) && path.folders[token.index]?.includes('.') === true
      if (!isBareLanguage(token.locale)) return true
      if (token.in === 'file' || token.locale.length > 2 || !isLocaleParent(path, token)) return false
      if (localeParents.has(path.folders[token.index - 1]?.toLowerCase() ?? '')) return true
      // No other thing is called `en`.
      if (isEnglish(token.locale)) return true
      return [...(folders.get(parentOf(path, token)) ?? [])].every((tagged) => tagged)
    },
    isSource: ({folders: own}) =>
      sourceRoots.has('') ||
      own.some((_, index) =>
        sourceRoots.has(
          own
            .slice(0, index + 1)
            .join('/')
            .toLowerCase(),
        ),
      ),
  }
}

/** Whether folders of languages may stand here: a short word elsewhere is rather the name of a thing (`cs`, `is`, `ts`). */
const isLocaleParent = ({folders}: SplitPath, {index}: PathToken): boolean => {
  const parent = folders[index - 1]?.toLowerCase() ?? ''
  return mixedParents.has(parent) || localeParents.has(parent)
}

/** Whether the same path in other languages shows that a part is a locale. */
const isTelling = (path: SplitPath, token: PathToken, locales: ReadonlySet<string>): boolean =>
  locales.size > 1 &&
  ((token.in === 'folder' && isLocaleParent(path, token)) ||
    [...locales].some((locale) => isEnglish(locale) || !isBareLanguage(locale)))

/** Whether the same path without a part may be the source of it. */
const mayBeBeside = (path: SplitPath, token: PathToken): boolean =>
  token.in === 'file' && token.rest !== ''
    ? !isBareLanguage(token.locale) || path.parts[token.index]?.charAt(token.rest.length) === '_'
    : token.in !== 'folder' || !isBareLanguage(token.locale) || isLocaleParent(path, token)

/** Locales of paths that are the same but for one part; and of each folder, whether what stands in it reads as locales. */
function twinsOf(paths: readonly SplitPath[]): {
  twins: Map<string, Set<string>>
  folders: Map<string, Set<boolean>>
} {
  const twins = new Map<string, Set<string>>()
  const folders = new Map<string, Set<boolean>>()
  for (const path of paths) {
    const tokens = tokensIn(path)
    for (const token of tokens) {
      const key = skeletonOf(path, token)
      twins.set(key, (twins.get(key) ?? new Set()).add(token.locale))
    }
    const tagged = new Set(tokens.filter((token) => token.in === 'folder').map(({index}) => index))
    for (const index of path.folders.keys()) {
      const parent = path.folders.slice(0, index).join('/').toLowerCase()
      if (pieceFolderRE.test(path.folders[index]?.toLowerCase() ?? '')) continue
      folders.set(parent, (folders.get(parent) ?? new Set()).add(tagged.has(index)))
    }
  }
  return {twins, folders}
}

const skeletonOf = (path: SplitPath, token: PathToken): string =>
  `${token.in} ${token.index} ${token.rest} ${pathWithout(path, token)}`.toLowerCase()

/** Equal for all documents for which a token is the same part of the path. */
const keyOf = ({folders}: SplitPath, token: PathToken): string =>
  token.in === 'file'
    ? `file ${token.rest === '' ? '' : 'end '}${token.locale}`
    : `folder ${folders
        .slice(0, token.index + 1)
        .join('/')
        .toLowerCase()} ${token.locale}`

/** The same where the folder above holds translations alone, and the source stands beside that: `docs/l10n/fr/x` of `docs/x`. */
export function pathWithoutContainer(path: SplitPath, token: PathToken): string | null {
  const {folders} = path
  if (token.in !== 'folder' || token.index === 0) return null
  if (!localeParents.has(folders[token.index - 1]?.toLowerCase() ?? '')) return null
  const inner = {...path, folders: folders.filter((_, index) => index !== token.index - 1)}
  return pathWithout(inner, {...token, index: token.index - 1})
}

const parentOf = ({folders}: SplitPath, {index}: PathToken): string =>
  folders.slice(0, index).join('/').toLowerCase()

/** The folder that holds the source of a translation: `docs` of `docs/fr`, `X` of `X.fr-fr`, the folder of `name.fr.md`. */
function sourceRootOf({folders}: SplitPath, token: PathToken): string {
  const above = folders.slice(0, token.in === 'file' ? folders.length : token.index)
  return [...above, ...(token.rest === '' ? [] : [token.rest])].join('/').toLowerCase()
}

const docusaurusRoots = ['docs', 'versioned_docs', 'blog', 'src/pages']
const docusaurusRE = /^(.*?)i18n\/[^/]+\/docusaurus-plugin-content-/

const docusaurusBaseOf = ({folders}: SplitPath): string | null =>
  docusaurusRE.exec(`${folders.join('/').toLowerCase()}/`)?.[1] ?? null
