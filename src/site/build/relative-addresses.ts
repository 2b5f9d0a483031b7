/** Makes the addresses of a built page relative, so that the site works below any path and from `file://`. */

const tagRE =
  /<(?:html|a|area|link|script|img|source|form|use|meta property="og:image")\s(?:"[^"]*"|[^">])*>/g
const attributeRE = /(\s(?:href|src|action|data-root|content)=")(\/[^"]*)"/g

/**
 * @param html a page as Astro wrote it: quoted attributes, addresses that start with `base`
 * @param base starts and ends with `/`
 * @param path of the page's folder below `base`: `` or `en/ports/`
 */
export function relativeHtml(html: string, base: string, path: string): string {
  return html.replace(tagRE, (tag) =>
    tag.replace(attributeRE, (whole, start: string, address: string) =>
      address.startsWith(base) && !address.startsWith('//')
        ? `${start}${relativeAddress(path, address.slice(base.length))}"`
        : whole,
    ),
  )
}

/** The shortest address from a folder to a file or folder: from `en/ports/` to `en/topics/x/` it is `../topics/x/`. */
export function relativeAddress(from: string, to: string): string {
  let shared = 0
  for (let at = 0; at < from.length && from[at] === to[at]; at++) if (from[at] === '/') shared = at + 1
  let up = ''
  for (let at = from.indexOf('/', shared); at !== -1; at = from.indexOf('/', at + 1)) up += '../'
  const address = up + to.slice(shared)
  return address === '' || address.startsWith('#') || address.startsWith('?') ? `./${address}` : address
}
