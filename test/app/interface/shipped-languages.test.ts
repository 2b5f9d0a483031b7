/** The check of `portolan check-interface`, asked of every language that ships. */
import {globSync} from 'tinyglobby'
import {describe, expect, it} from 'vitest'
import {checkInterface} from '../../../src/app/interface/check-interface.ts'
import {readInterfaceFiles} from '../../../src/app/interface/interface-files-fs.ts'

/** Keys of texts, and of checks, that somebody still has to put into the other languages; the site shows their English. */
const waiting: readonly string[] = []

const files = globSync('src/languages/*/{interface,checks,firewall}.json').filter(
  (path) => !path.startsWith('src/languages/en/'),
)

describe('src/languages', () => {
  it('has interfaces to check', () => {
    expect(files.length).toBeGreaterThanOrEqual(9)
  })

  it.each(files.toSorted())('%s has every text, place and plural form, and no English', (path) => {
    const problems = checkInterface(readInterfaceFiles([path])).filter(
      ({message}) => !waiting.some((key) => message.includes(` ${key}`)),
    )
    expect(problems.map(({place, message}) => `${place.line}: ${message}`)).toEqual([])
  })
})
