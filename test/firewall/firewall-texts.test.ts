import {dirname} from 'node:path'
import {globSync} from 'tinyglobby'
import {describe, expect, it} from 'vitest'
import {firewallTexts} from '../../src/firewall/firewall-texts-fs.ts'
import {requirementSchema} from '../../src/model/schema.ts'
import {siteText} from '../support/site-text.ts'

const locales = globSync('*/firewall.json', {cwd: 'src/languages'}).map((path) => dirname(path))

describe('src/firewall/firewall-texts-fs.ts', () => {
  it.each(locales)('%s: a file calls a requirement what the page calls it', (locale) => {
    const texts = firewallTexts(locale)
    for (const requirement of requirementSchema.options)
      expect(texts[requirement]).toBe(siteText(locale, `requirement.${requirement}`))
  })
})
