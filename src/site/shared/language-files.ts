/** What the folders of languages hold for pages; Vite finds the files, so that a language's folder is all that it needs. */

/** Texts of the site by tag. */
export const interfaceFiles = byTag<Record<string, string>>(
  import.meta.glob('../../languages/*/interface.json', {eager: true, import: 'default'}),
)

/** Words of firewall files by tag. */
export const firewallFiles = byTag<Record<string, string>>(
  import.meta.glob('../../languages/*/firewall.json', {eager: true, import: 'default'}),
)

/** What checks are called and why they are asked, by tag. */
export const checkFiles = byTag<Record<string, CheckWords>>(
  import.meta.glob('../../languages/*/checks.json', {eager: true, import: 'default'}),
)

export interface CheckWords {
  title: string
  /** Where a language has no words of its own, the check's own English is shown. */
  why?: string
  wrongWhen?: string
}

/** `../../languages/fr-FR/checks.json` is of `fr-FR`. */
function byTag<Content>(files: Record<string, Content>): Record<string, Content> {
  return Object.fromEntries(Object.entries(files).map(([path, file]) => [path.split('/').at(-2) ?? '', file]))
}
