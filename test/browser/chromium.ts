/** Where Chromium is: CHROMIUM_PATH, else the usual places. */
import {existsSync} from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** @throws with a hint where there is none */
export const chromiumPath = (): string => {
  const found = [process.env['CHROMIUM_PATH'] ?? '', ...places].find(
    (path) => path !== '' && existsSync(path),
  )
  if (found === undefined) throw new Error('expected Chromium, found none: install it, or set CHROMIUM_PATH')
  return found
}
