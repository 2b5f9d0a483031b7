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
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  const last = there.length - 1
  const differs = here.findIndex((part, at) => at >= last || part !== there[at])
  const shared = differs === -1 ? here.length : differs
  const address = '../'.repeat(here.length - shared) + there.slice(shared).join('/')
  return address === '' || address.startsWith('#') || address.startsWith('?') ? `./${address}` : address
}
