/** What the configuration and the options of a command say of a site: its address, and how it looks. */
import {existsSync, statSync} from 'node:fs'
import {resolve} from 'node:path'
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
  if (site === undefined) return {base: given ?? '/'}
  if (!URL.canParse(site) || !/^https?:$/.test(new URL(site).protocol))
    throw new UsageError(
      `expected an address that starts with https:// or http://, found ${site}`,
      'name the address at which the site is published with --site, such as https://docs.example/ports/',
    )
  const address = new URL(site)
  const path = withSlashes(address.pathname)
  if (given !== undefined && given !== '/' && path !== '/' && given !== path)
    throw new UsageError(
      `expected one path, found ${path} in the address ${site} and ${given} in --base`,
      'leave --base out: the path of --site holds',
    )
  const own = path === '/' ? (given ?? '/') : path
  return {base: own, site: `${address.origin}${own}`}
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
  return {...settings, logo: file}
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
