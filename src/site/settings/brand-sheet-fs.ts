/** The style sheet of a site that has colours or a logo of its own. */
import {readFileSync} from 'node:fs'
import {extname} from 'node:path'
import type {SiteSettings} from './site-settings.ts'

const types: ReadonlyMap<string, string> = new Map([
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.webp', 'image/webp'],
])

export const hasBrandSheet = ({colors, logo}: SiteSettings): boolean =>
  colors !== undefined || logo !== undefined

/** The logo stands in the sheet itself, so that it is one file, and no page grows. */
export const brandSheet = ({colors, logo}: SiteSettings): string =>
  [
    ...(colors === undefined
      ? []
      : [
          `:root:root{--accent:light-dark(${colors.light},${colors.dark});` +
            `--accent-soft:light-dark(color-mix(in srgb,${colors.light} 10%,#fbf9f3),color-mix(in srgb,${colors.dark} 20%,#0c1620))}`,
        ]),
    ...(logo === undefined
      ? []
      : [
          `.brand.brand .i{mask:none;inline-size:1.6em;block-size:1.6em;forced-color-adjust:none;background:url("${dataUri(logo)}") center/contain no-repeat}`,
        ]),
  ].join('\n')

const dataUri = (file: string): string =>
  `data:${types.get(extname(file).toLowerCase()) ?? ''};base64,${readFileSync(file).toString('base64')}`
