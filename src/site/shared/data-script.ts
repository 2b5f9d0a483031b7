/** Scripts that stand in the page. */
import siteCode from 'virtual:portolan/script/layout/site-script'
import bootCode from '../layout/boot.js?raw'

/** JSON for a script element: `<` escaped, so that no text of a document can end it. */
export const dataScript = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c')

/** Runs before the first paint: theme, reading mode and density as the reader left them, where storage is allowed. */
// Every page carries it, so that it comes without its indents.
export const bootScript: string = bootCode.replaceAll(/^ +/gm, '')

/** What the pages do beyond HTML; a module, at the end of the body. */
export const siteScript: string = siteCode

/** Pages are fetched when a reader is about to follow a link; data files are not. */
export const prefetchRules: string = dataScript({
  prefetch: [
    {
      where: {and: [{href_matches: '/*'}, {not: {selector_matches: '[download]'}}]},
      eagerness: 'moderate',
    },
  ],
})
