/** What version 0.1 wrote into its output folders, which carry no mark. */

const LOCALE = '[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*'
/** A topic, a port, a check, a page of the guide. */
const ID = '[^/]+'

const DATA = `(?:checks\\.json|findings\\.sarif|knowledge-base(?:\\.schema)?\\.json|memory\\.tmx|rules\\.csv|tables\\.jsonl|termbase\\.tbx|units(?:\\.${LOCALE})?\\.xlf|units\\.jsonl)`

/** Every file of a site, by kind. */
const siteREs = [
  /^(?:404\.html|_headers|_redirects|favicon\.svg|index\.html|llms\.txt|sitemap-(?:index|\d+)\.xml)$/,
  /^_astro\/[^/]+\.(?:css|js|svg|png|woff2?)$/,
  /^scripts\/[a-z-]+\.js$/,
  new RegExp(`^(?:compare|ports)/${ID}\\.json$`),
  new RegExp(`^data/(?:${DATA}|topics/${ID}\\.(?:json|csv))$`),
  new RegExp(`^pictures/${ID}\\.png$`),
  new RegExp(`^search/(?:index\\.json|(?:client|shared)\\.js|texts/${LOCALE}\\.json)$`),
  /^search\/[0-9a-f]{12}\/(?:[^/]+\/)*[^/]+\.json$/,
  new RegExp(
    `^pagefind/${LOCALE}/(?:text/${ID}\\.json|(?:index/)?${ID}\\.(?:pf_[a-z]+|json|pagefind|js|css))$`,
  ),
  new RegExp(
    `^${LOCALE}/(?:(?:${ID}/)*index\\.html|topics/${ID}\\.md|changes\\.(?:json|xml)|manifest\\.webmanifest|opensearch\\.xml|sw\\.js)$`,
  ),
]

/** The kinds of folders: how their files are called, and without which it could be another program's. */
const KINDS = [
  {
    names: [new RegExp(`^${DATA}$`)],
    needed: ['knowledge-base.json', 'knowledge-base.schema.json', 'units.jsonl', 'rules.csv'],
  },
  {
    names: siteREs,
    needed: ['index.html', '_headers', 'llms.txt', 'data/knowledge-base.json', 'search/index.json'],
  },
]
const partRE = /^part-\d+-of-\d+\.jsonl$/

/**
 * What version 0.1 did not write of all that is in a folder: nothing in a dataset, one part of a dataset, a site, or an
 * empty folder; everything in what doesn't look like one of these.
 *
 * @param paths a folder has `/` at its end
 */
export const notOfEarlierOutput = (paths: readonly string[]): readonly string[] => {
  if (paths.length === 1 && partRE.test(paths[0] ?? '')) return []
  const kind = KINDS.find(({needed}) => needed.every((path) => paths.includes(path)))
  return kind === undefined ? paths : paths.filter((path) => !isNamed(path, kind.names))
}

/** Is it what a run of version 0.1 may have left when it was killed? */
export const isPartOfEarlierOutput = (paths: readonly string[]): boolean =>
  [...KINDS.map(({names}) => names), [partRE]].some((names) => paths.every((path) => isNamed(path, names)))

const isNamed = (path: string, names: readonly RegExp[]): boolean =>
  path.endsWith('/') || names.some((nameRE) => nameRE.test(path))
