/** Makes the addresses of a built page relative, so that the site works below any path and from `file://`. */

const tagRE = /<(?:html|a|area|link|script|img|source|form|use)\s[^>]*>/g
const attributeRE = /(\s(?:href|src|action|data-root)=")(\/[^"]*)"/g

/**
 * @param html a page as Astro wrote it: quoted attributes, root-relative addresses that start with `base`
 * @param base starts and ends with `/`
 * @param depth folders between `base` and the page: 0 for `index.html`, 2 for `en/ports/index.html`
 */
export function relativeHtml(html: string, base: string, depth: number): string {
  const up = depth === 0 ? './' : '../'.repeat(depth)
  return html.replace(tagRE, (tag) =>
    tag.replace(attributeRE, (whole, start: string, address: string) =>
      address.startsWith(base) && !address.startsWith('//')
        ? `${start}${up}${address.slice(base.length)}"`
        : whole,
    ),
  )
}
