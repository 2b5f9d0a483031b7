import {describe, expect, it} from 'vitest'
import {limitsIn, unclearLimitIn} from '../../../src/facts/limits/stated-limits.ts'

describe('short notes of restriction', () => {
  it.each([
    ['With the exception of kiosks and guests.', 'en'],
    ['Needed for levels, not for guests.', 'en'],
    ['Source must be the lock house.', 'en'],
    ['From 10.4.0.0/16.', 'en'],
    ['Permit 192.0.2.44.', 'en'],
    ['Visitors are kept out.', 'en'],
    ['Bound to localhost.', 'en'],
    ['Listens on 127.0.0.1.', 'en'],
    ['Must never face the internet.', 'en'],
    ['Von außen unerreichbar.', 'de-DE'],
    ['Inaccessible pour les invités.', 'fr-FR'],
    ['Niedostępny dla gości.', 'pl'],
    ['Недоступен для гостей.', 'ru-RU'],
    ['Nedostupný pro hosty.', 'cs'],
    ['ループバックで待ち受けます。', 'ja-JP'],
  ])('leave no row open in silence: “%s” in %s', (note, locale) => {
    expect(limitsIn(note, locale).length > 0 || unclearLimitIn(note, locale) !== null).toBe(true)
  })

  it.each([
    ['Carries levels.', 'en'],
    ['Source port is random.', 'en'],
    ['Destination must be reachable.', 'en'],
    ['Pegelstände.', 'de-DE'],
  ])('restrict nothing where they say nothing of it: “%s” in %s', (note, locale) => {
    expect(limitsIn(note, locale)).toEqual([])
    expect(unclearLimitIn(note, locale)).toBeNull()
  })
})
