/** What axe finds on a page as it stands. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {AxeResults} from 'axe-core'
import type {Page} from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** One line an element. @param only rules to ask; all where it isn't said */
export async function violations(page: Page, only?: readonly string[]): Promise<string[]> {
  await page.evaluate(() => {
    // What is far below is laid out late, and until then its links seem to stand on each other.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* {content-visibility: visible !important}')
    document.adoptedStyleSheets.push(sheet)
  })
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  // The page's own script global; axe runs in the page.
  const options = {
    resultTypes: ['violations'],
    rules: {'target-size': {enabled: true}},
    ...(only === undefined ? {} : {runOnly: {type: 'rule', values: only}}),
  }
  const {violations: found} = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`)
  return found.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id} ${target.join(' ')} ${failureSummary}`),
  )
}
