/** Scripts that stand in the page, beside those that Astro bundles. */
import {createHash} from 'node:crypto'

/** For the content security policy. */
export const scriptHash = (code: string | Uint8Array): `sha256-${string}` =>
  `sha256-${createHash('sha256').update(code).digest('base64')}`

/** JSON for a script element: `<` escaped, so that no text of a document can end it. */
export const dataScript = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c')

/** Pages are fetched when a reader is about to follow a link; data files are not. */
export const prefetchRules: string = dataScript({
  prefetch: [
    {
      where: {and: [{href_matches: '/*'}, {not: {selector_matches: '[download]'}}]},
      eagerness: 'moderate',
    },
  ],
})
