import {describe, expect, it} from 'vitest'
import {UsageError} from '../../src/disk/usage-error.ts'
import {askedLocale, askedTopic} from '../../src/embed/asked.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'

const {topics} = tinyKnowledgeBase()
const languages = {dataset: ['en', 'fr-FR', 'ja-JP'], texts: ['en', 'fr-FR', 'ja-JP', 'ar-SA', 'de-DE']}
const askFor = (locale: string | undefined, pageLocale?: string) =>
  askedLocale(languages, {locale, pageLocale}, 'PortTable')

const refusal = (ask: () => unknown): string => {
  try {
    ask()
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
  throw new Error('expected to be refused')
}

describe('src/embed/asked', () => {
  it('finds a topic by its whole id alone, and names the nearest ones for another', () => {
    expect(askedTopic(topics, 'edge-with-nat', 'PortTable').id).toBe('edge-with-nat')
    expect(refusal(() => askedTopic(topics, 'edge-with', 'PortTable'))).toBe(
      '<PortTable>: expected a topic with a port table, found “edge-with”. Did you mean edge-with-nat, partner-chat?',
    )
    expect(refusal(() => askedTopic([], 'edge', 'Comparison'))).toContain('holds no topic')
  })

  it('says what it was given instead of an id', () => {
    const given: unknown = JSON.parse('[null, 5, {}]')
    for (const value of Array.isArray(given) ? [...given, undefined, ''] : [])
      expect(refusal(() => askedTopic(topics, value, 'PortTable'))).toMatch(
        /found (?:object|number|undefined|nothing)/,
      )
  })

  it('takes the language of the dataset that speaks to readers of the asked one', () => {
    expect(askFor('ja')).toEqual({locale: 'ja-JP', linked: 'ja-JP', isMissing: false})
    expect(askFor(undefined, 'fr-CA')).toEqual({locale: 'fr-FR', linked: 'fr-FR', isMissing: false})
    expect(askFor(undefined)).toEqual({locale: 'en', linked: 'en', isMissing: false})
  })

  it('speaks a language that no document is in with the texts of the site, and links to English pages', () => {
    for (const asked of [askFor('ar'), askFor(undefined, 'ar-EG')])
      expect(asked).toEqual({locale: 'ar-SA', linked: 'en', isMissing: true})
  })

  it('refuses an unknown language that an author names, and is English on a page in one', () => {
    expect(refusal(() => askFor('jp-JP'))).toBe(
      '<PortTable>: expected a language of the dataset, found “jp-JP”. Did you mean ja-JP, en, fr-FR? Documents are in en, fr-FR, ja-JP.',
    )
    expect(refusal(() => askFor('not a language'))).toContain('“not a language”')
    expect(askFor(undefined, 'nl')).toEqual({locale: 'en', linked: 'en', isMissing: true})
  })
})
