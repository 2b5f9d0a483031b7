/** Puts the sizes of the data files into the page that lists them: both are written at the same time, so neither knows the other. */

import {existsSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {globSync} from 'tinyglobby'
import {formatLocale} from '../../text/format-locale.ts'

const placeRE = /(<dd data-size="([^"]+)"[^>]*>)[^<]*(?=<\/dd>)/g

/** @param folder a built site with its data */
export function writeSizes(folder: string): void {
  for (const path of globSync('*/data/index.html', {cwd: folder})) {
    const page = join(folder, path)
    const [locale = 'en'] = path.split('/')
    const html = readFileSync(page, 'utf8')
    const sized = html.replace(placeRE, (place, start: string, name: string) => {
      const file = join(folder, name)
      return existsSync(file) ? start + sizeText(statSync(file).size, locale) : place
    })
    if (sized !== html) writeFileSync(page, sized)
  }
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** `92 kB`, in the way of the language; a unit is a thousand of the one before. */
export function sizeText(bytes: number, locale: string): string {
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 0), units.length - 1)
  return new Intl.NumberFormat(formatLocale(locale), {
    style: 'unit',
    unit: units[power] ?? 'byte',
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** power)
}
