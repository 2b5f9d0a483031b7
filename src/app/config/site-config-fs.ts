/** What the configuration and the options of a command say of a site: its address, and how it looks. */
import {existsSync, readFileSync, statSync} from 'node:fs'
import {extname, resolve} from 'node:path'
import {UsageError} from '../../disk/usage-error.ts'
import type {Diagnostic, KnowledgeBase} from '../../model/schema.ts'
import {topicsWithPage} from '../../site/dataset/site-dataset.ts'
import {type SiteSettings, settingsOf} from '../../site/settings/site-settings.ts'
import {unknownTopics} from '../../site/settings/topic-order.ts'
import type {WorkspaceConfig} from './read-config-fs.ts'

/** Bytes; it is loaded with every page. */
const LARGEST_LOGO = 100_000

export interface SiteAddress {
  /** Starts and ends with `/`. */
  base: string
  /** The whole address, path included. */
  site?: string
}

/**
 * Address and path are one: the path of the address is where the site is served.
 *
 * @throws UsageError for an address that is none, or one whose path is another than `--base`
 */
export function addressOf({base, site}: {base?: string; site?: string}): SiteAddress {
  const given = base === undefined ? undefined : withSlashes(base)
  if (site === undefined) return {base: plain(given ?? '/')}
  if (!URL.canParse(site) || !/^https?:$/.test(new URL(site).protocol))
    throw new UsageError(
      `expected an address that starts with https:// or http://, found ${site}`,
      'name the address at which the site is published with --site, such as https://docs.example/ports/',
    )
  const address = new URL(site)
  if (address.search !== '' || address.hash !== '' || address.username !== '' || address.password !== '')
    throw new UsageError(
      `expected an address of a host and a path alone, found ${site}`,
      'leave out what stands before “@” and from “?” or “#” on',
    )
  const path = withSlashes(address.pathname)
  if (given !== undefined && given !== '/' && path !== '/' && given !== path)
    throw new UsageError(
      `expected one path, found ${path} in the address ${site} and ${given} in --base`,
      'leave --base out: the path of --site holds',
    )
  const own = plain(path === '/' ? (given ?? '/') : path)
  return {base: own, site: `${address.origin}${own}`}
}

/** Pages are looked up by their path, which the renderer finds in no other spelling. */
const plainRE = /^[\w.~!$&()*+,;=:@/-]*$/

const plain = (path: string): string => {
  if (plainRE.test(path)) return path
  throw new UsageError(
    `expected a path of letters and digits of ASCII and characters such as - and _, found ${path}`,
    'publish the site at such a path, and redirect from the other one',
  )
}

const withSlashes = (path: string): string => `/${path.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/')

/** What pages are told. @throws UsageError when the logo isn't there, or is too large */
export function settingsIn(config: WorkspaceConfig, content: string): SiteSettings {
  const {logo, ...settings} = settingsOf(config)
  if (logo === undefined) return settings
  const file = resolve(content, logo)
  if (!existsSync(file) || !statSync(file).isFile())
    throw new UsageError(
      `${config.path}: no such logo: ${file}`,
      'name a file from the folder of the configuration',
    )
  const {size} = statSync(file)
  if (size > LARGEST_LOGO)
    throw new UsageError(
      `${config.path}: expected a logo of at most ${LARGEST_LOGO} bytes, found ${size} in ${file}`,
      'make the picture smaller: it is loaded with every page',
    )
  if (!isPicture(file))
    throw new UsageError(
      `${config.path}: expected a picture of the kind that its name tells, found other bytes in ${file}`,
      'name an SVG, PNG or WebP file: it is published as it is',
    )
  return {...settings, logo: file}
}

/** How files start, by the end of their names; what only has the name of a picture must not be published. */
const starts: ReadonlyMap<string, RegExp> = new Map([
  ['.svg', /^<(?:\w+:)?svg[\s/>]/],
  ['.png', /^\u0089PNG\r\n/],
  ['.webp', /^RIFF[\s\S]{4}WEBP/],
])
/** What may stand before the first element of XML, each for itself. */
const prologRE = /^(?:\u00ef\u00bb\u00bf|\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>)/i

function isPicture(file: string): boolean {
  let text = readFileSync(file, 'latin1')
  const end = extname(file).toLowerCase()
  if (end === '.svg')
    for (let rest = text.replace(prologRE, ''); rest !== text; rest = text.replace(prologRE, '')) text = rest
  return starts.get(end)?.test(text) ?? false
}

/** Topics that the configuration names and that have no page. */
export const unknownTopicsIn = (
  config: WorkspaceConfig | undefined,
  kb: Pick<KnowledgeBase, 'topics'>,
): Diagnostic[] =>
  config === undefined
    ? []
    : unknownTopics(topicsWithPage(kb), config.topics).map(
        (id): Diagnostic => ({
          place: {path: config.path, line: 1, column: 1},
          severity: 'warning',
          id: 'unknown-topic',
          message: `expected the address part of a topic in “topics”, found “${id}”, which no topic has`,
          hint: 'take it out, or write it as the address of the page has it',
        }),
      )
