import {readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {firewallTexts} from '../../src/firewall/firewall-texts-fs.ts'
import {requirementSchema} from '../../src/model/schema.ts'
import {siteText} from '../support/site-text.ts'

const locales = readdirSync('src/languages', {withFileTypes: true}).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)

describe('src/firewall/firewall-texts-fs.ts', () => {
  it.each(locales)('%s: a file calls a requirement what the page calls it', (locale) => {
    const texts = firewallTexts(locale)
    for (const requirement of requirementSchema.options)
      expect(texts[requirement]).toBe(siteText(locale, `requirement.${requirement}`))
  })
})
