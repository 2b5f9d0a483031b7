/** The icons of the site, from Lucide (ISC), as symbols of one sprite. */

const files: Record<string, string> = import.meta.glob(
  [
    '/node_modules/lucide-static/icons/arrow-left.svg',
    '/node_modules/lucide-static/icons/arrow-left-right.svg',
    '/node_modules/lucide-static/icons/arrow-right.svg',
    '/node_modules/lucide-static/icons/bot.svg',
    '/node_modules/lucide-static/icons/compass.svg',
    '/node_modules/lucide-static/icons/copy.svg',
    '/node_modules/lucide-static/icons/download.svg',
    '/node_modules/lucide-static/icons/flag.svg',
    '/node_modules/lucide-static/icons/history.svg',
    '/node_modules/lucide-static/icons/languages.svg',
    '/node_modules/lucide-static/icons/link.svg',
    '/node_modules/lucide-static/icons/pencil.svg',
    '/node_modules/lucide-static/icons/quote.svg',
    '/node_modules/lucide-static/icons/search.svg',
    '/node_modules/lucide-static/icons/sun-moon.svg',
    '/node_modules/lucide-static/icons/user.svg',
    '/node_modules/lucide-static/icons/x.svg',
  ],
  {query: '?raw', import: 'default', eager: true},
)

export type IconName =
  | 'arrow-left'
  | 'arrow-left-right'
  | 'arrow-right'
  | 'bot'
  | 'compass'
  | 'copy'
  | 'download'
  | 'flag'
  | 'history'
  | 'languages'
  | 'link'
  | 'pencil'
  | 'quote'
  | 'search'
  | 'sun-moon'
  | 'user'
  | 'x'

const drawing = (svg: string) =>
  svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s+/g, ' ')
    .replaceAll('> <', '><')
    .replaceAll(' />', '/>')
    .trim()

/** Markup of the sprite: one `<symbol id="i-NAME">` an icon. */
export const iconSymbols: string = Object.entries(files)
  .map(([path, svg]) => {
    const name = path.replace(/^.*\//, '').replace('.svg', '')
    return `<symbol id="i-${name}" viewBox="0 0 24 24">${drawing(svg)}</symbol>`
  })
  .join('')
