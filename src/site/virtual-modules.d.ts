/** What the Vite plugins in `build/` give the pages. */

declare module 'virtual:portolan/workspace' {
  export const workspace: import('./build/workspace-module.ts').PagesWorkspace
  /** Texts of the interface that the workspace brings along. */
  export const ownTexts: import('./shared/own-texts.ts').TextsOfWorkspace
  /** What the workspace says of its site. */
  export const settings: import('./settings/site-settings.ts').SiteSettings
  /** Path of the site; starts and ends with `/`. */
  export const base: string
  /** Else the pages are served while documents are edited. */
  export const isBuild: boolean
}

declare module 'virtual:portolan/script/*' {
  const code: string
  export default code
}
