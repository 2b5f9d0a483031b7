import {cpSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import getPort from 'get-port'
import {describe, expect, onTestFinished, test} from 'vitest'
import {startPortolan, temporaryFolder} from '../support/portolan.ts'
import {useBrowser} from '../support/visit.ts'

const {open} = useBrowser()

/** Starts `portolan dev` over a copy of the sample; gives its address, and the folder to edit. */
const develop = async () => {
  const content = temporaryFolder()
  cpSync('content', content, {recursive: true})
  const port = await getPort()
  // The test runner's settings are not the server's.
  const {child, ended} = startPortolan(['dev', '--content', content, '--port', String(port)], {
    env: {NODE_ENV: undefined, VITEST: undefined},
  })
  const said = {text: ''}
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: string) => {
      said.text += text
    })
  onTestFinished(async () => {
    child.kill('SIGINT')
    await ended
  })
  await expect.poll(() => said.text).toContain('The site is at ')
  const url = /The site is at (\S+)/.exec(said.text)?.[1] ?? ''
  return {url, said, sources: join(content, 'sources'), child, ended}
}

describe('scripts/commands/dev.ts', () => {
  test('a cell that is edited stands on the open page without a visit, and what is broken is said', async () => {
    const {url, said, sources} = await develop()
    const document = join(sources, 'fr-FR/xmpp-federation.human.md')
    const before = readFileSync(document, 'utf8')
    const title = /^title: *"?([^"\n]+)/m.exec(before)?.[1] ?? ''
    const {page} = await open()
    await page.goto(`${url}fr-FR/topics/`)
    await expect.poll(() => page.locator('main').textContent()).toContain(title)
    await page.locator('main a', {hasText: title}).first().click()
    const cells = await page.locator('.ports tbody td').allTextContents()
    const text = cells.find((each) => each.length > 40 && before.includes(each)) ?? ''
    const edited = text.replace(/^\S+/, (word) => `${word} ${word}`)
    expect(edited).not.toBe(text)

    const started = performance.now()
    writeFileSync(document, before.replace(text, edited))
    await expect.poll(() => page.locator('main').textContent()).toContain(edited)
    console.info(`an edited cell stood on the page after ${Math.round(performance.now() - started)} ms`)
    expect(said.text).toContain('fr-FR/xmpp-federation.human.md changed: read in ')

    writeFileSync(document, before.replace('---', '---\n: [ not yaml'))
    await expect.poll(() => said.text).toMatch(/xmpp-federation\.human\.md:\d+:\d+ error /)
    writeFileSync(document, before)
    await expect.poll(() => page.locator('main').textContent()).toContain(text)
  })
})
