/**
 * What the folders of languages hold for pages, with what the workspace brings along over it. Vite finds the files, so that
 * a language's folder is all that it needs.
 */
import {ownTexts} from 'virtual:portolan/workspace'
import {nearestTag} from '../../languages/nearest-tag.ts'
import {lookUp} from '../../text/look-up.ts'
import type {OwnTexts} from './own-texts.ts'

/** Texts of the site by tag. */
export const interfaceFiles = withOwn<string>(
  byTag(import.meta.glob('../../languages/*/interface.json', {eager: true, import: 'default'})),
  (own) => own.interface,
)

/** Words of firewall files by tag. */
export const firewallFiles = withOwn<string>(
  byTag(import.meta.glob('../../languages/*/firewall.json', {eager: true, import: 'default'})),
  (own) => own.firewall,
)

/** What checks are called and why they are asked, by tag. */
export const checkFiles = withOwn<CheckWords>(
  byTag(import.meta.glob('../../languages/*/checks.json', {eager: true, import: 'default'})),
  (own) => own.checks,
  (shipped, own) => ({...shipped, ...own}),
)

/** Where a language has no words of its own, English is shown. */
export interface CheckWords {
  title?: string | undefined
  why?: string | undefined
  wrongWhen?: string | undefined
}

type Files<Text> = Record<string, Record<string, Text>>

/** `../../languages/fr-FR/checks.json` is of `fr-FR`. */
function byTag<Text>(files: Record<string, Record<string, Text>>): Files<Text> {
  return Object.fromEntries(Object.entries(files).map(([path, file]) => [path.split('/').at(-2) ?? '', file]))
}

/** A language of the workspace's own has what ships for the nearest one (`fr-FR` for `fr-CA`) where it says nothing itself. */
function withOwn<Text>(
  shipped: Files<Text>,
  partOf: (own: OwnTexts) => Record<string, Text>,
  merge: (shipped: Text | undefined, own: Text) => Text = (_, own) => own,
): Files<Text> {
  const shippedTags = Object.keys(shipped)
  const all = new Map(Object.entries(shipped))
  for (const [tag, own] of Object.entries(ownTexts)) {
    const base = new Map(Object.entries(lookUp(shipped, nearestTag(tag, shippedTags) ?? '') ?? {}))
    for (const [key, text] of Object.entries(partOf(own))) base.set(key, merge(base.get(key), text))
    if (base.size > 0) all.set(tag, Object.fromEntries(base))
  }
  return Object.fromEntries(all)
}
