/** Leaves redirects in a site: lines of `_redirects` for hosts that read it, and pages for all others. */
import {existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {contentPolicy} from '../../site/layout/policy.ts'
import type {Redirect} from './redirects.ts'

/** @param base path under which the site is served, such as `/` or `/ports/` */
export function writeRedirects(
  outDir: string,
  redirects: readonly Redirect[],
  locales: readonly string[],
  base: string,
): void {
  if (redirects.length === 0) return
  const root = base.endsWith('/') ? base : `${base}/`
  const lines: string[] = []
  for (const locale of locales) {
    for (const {from, to} of redirects) {
      const folder = join(outDir, locale, 'topics', from)
      // A page that could not be rendered has nothing to lead to.
      if (existsSync(folder) || !existsSync(join(outDir, locale, 'topics', to))) continue
      mkdirSync(folder, {recursive: true})
      writeFileSync(join(folder, 'index.html'), page(locale, to))
      lines.push(`${root}${locale}/topics/${from}/* ${root}${locale}/topics/${to}/:splat 301`)
    }
  }
  if (lines.length > 0) writeFileSync(join(outDir, '_redirects'), `${lines.join('\n')}\n`)
}

/** Hands on what is asked and the place on the page, such as a rule, which a refresh would drop. */
const scriptTo = (to: string): string => `location.replace("../${to}/" + location.search + location.hash)`

/** Ids of topics hold small letters, digits and hyphens only. */
const page = (locale: string, to: string): string =>
  `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${contentPolicy([scriptTo(to)])}">
<title>${to}</title>
<meta name="robots" content="noindex">
<script>${scriptTo(to)}</script>
<noscript><meta http-equiv="refresh" content="0; url=../${to}/"></noscript>
<link rel="icon" href="../../../favicon.svg" type="image/svg+xml">
<link rel="canonical" href="../${to}/">
</head>
<body><a href="../${to}/">${to}</a></body>
</html>
`
