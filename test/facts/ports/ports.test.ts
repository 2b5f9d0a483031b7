import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {formatRanges, parsePorts} from '../../../src/facts/ports/ports.ts'
import type {Range} from '../../../src/facts/ports/ranges.ts'
import {sortRanges} from '../../../src/facts/ports/ranges.ts'
import {knownLocales} from '../../../src/languages/languages.ts'
import {cellText} from '../../support/cells.ts'

const ports = (text: string, locale = 'en') => {
  const reading = parsePorts(text, locale)
  return reading.ok ? reading.ranges : `${reading.kind}: ${reading.reason}`
}

const range = fc
  .tuple(fc.integer({min: 0, max: 65535}), fc.integer({min: 0, max: 65535}))
  .map(([a, b]): Range => [Math.min(a, b), Math.max(a, b)])

describe('src/facts/ports/ports.ts', () => {
  it.each([
    ['50,000-59,999', 'en', [[50000, 59999]]],
    ['50 000-59 999', 'fr-FR', [[50000, 59999]]],
    ['50\u00a0000 à 59\u202f999', 'fr-FR', [[50000, 59999]]],
    ['Entre 50 000 et 50 019', 'fr-FR', [[50000, 50019]]],
    ['50,000 ～ 59,999', 'ja-JP', [[50000, 59999]]],
    ['50000から59999まで', 'ja-JP', [[50000, 59999]]],
    ['５０，０００－５９，９９９', 'zh-TW', [[50000, 59999]]],
    ['50000 至 59999', 'zh-TW', [[50000, 59999]]],
    ['50.000 bis 59.999', 'de-DE', [[50000, 59999]]],
    ['50000에서 59999까지', 'ko-KR', [[50000, 59999]]],
    ['50000:59999', 'en', [[50000, 59999]]],
    [
      '50 000 – 59 999, 3478-3481',
      'en',
      [
        [3478, 3481],
        [50000, 59999],
      ],
    ],
    [
      '67/68',
      'en',
      [
        [67, 67],
        [68, 68],
      ],
    ],
    [
      '443、444 および 445',
      'ja-JP',
      [
        [443, 443],
        [444, 444],
        [445, 445],
      ],
    ],
    ['1024-65535 \\*', 'en', [[1024, 65535]]],
    ['port 443 (default)', 'en', [[443, 443]]],
    ['٥٠٦١', 'en', [[5061, 5061]]],
    ['any port between 7000 and 7010', 'en', [[7000, 7010]]],
    ['in the range 7000-7010', 'en', [[7000, 7010]]],
    ['7000-7010 inclusive', 'en', [[7000, 7010]]],
    ['7000 by default', 'en', [[7000, 7000]]],
    ['comprises entre 7000 et 7010', 'fr-FR', [[7000, 7010]]],
    ['7000 bis einschließlich 7010', 'de-DE', [[7000, 7010]]],
    ['comprendidos entre 7000 y 7010', 'es-ES', [[7000, 7010]]],
    ['dalla 7000 alla 7010', 'it-IT', [[7000, 7010]]],
    ['no intervalo 7000-7010', 'pt-BR', [[7000, 7010]]],
    ['в диапазоне 7000–7010', 'ru-RU', [[7000, 7010]]],
    ['7000 以上 7010 以下', 'ja-JP', [[7000, 7010]]],
    ['7000과 7010 사이', 'ko-KR', [[7000, 7010]]],
    ['介于 7000 与 7010 之间', 'zh-CN', [[7000, 7010]]],
    ['介於 7000 與 7010 之間', 'zh-TW', [[7000, 7010]]],
  ])('reads “%s” in %s', (text, locale, expected) => {
    expect(ports(text, locale)).toEqual(expected)
  })

  it('reads a word for any port as all ports', () => {
    expect(parsePorts('Indifférent', 'fr-FR')).toEqual({ok: true, ranges: [[0, 65535]], any: true})
  })

  it.each([
    [
      '443,5061',
      [
        [443, 443],
        [5061, 5061],
      ],
    ],
    [
      '443,444',
      [
        [443, 443],
        [444, 444],
      ],
    ],
    [
      '80,443',
      [
        [80, 80],
        [443, 443],
      ],
    ],
    ['5,061', [[5061, 5061]]],
    ['5, 061', 'broken: a port does not start with 0: “061”'],
    [
      '22,443,8080',
      [
        [22, 22],
        [443, 443],
        [8080, 8080],
      ],
    ],
  ])('reads the comma of “%s” as a group only where one port can follow from it', (text, expected) => {
    expect(ports(text)).toEqual(expected)
  })

  it.each([
    ['50000-000-59 999', 'broken: a port does not start with 0: “000”'],
    ['50000 59999', 'broken: no character of a range or list between 50000 and 59999'],
    ['59999-50000', 'broken: the range runs backwards: 59999 to 50000'],
    ['65536', 'broken: 65536 is above 65535'],
    ['1-2-3', 'broken: a range has more than two bounds'],
    ['1,024,125', 'broken: the groups of digits are unclear: “1,024,125”'],
    ['443 (444 on the Director)', 'broken: the words in brackets may name more ports'],
    ['69\ufdd170\ufdd1\ufdd271', 'broken: unexpected markup between its numbers'],
    ['Defined on the SBC (port 5061)', 'words: unexpected “defined”'],
    ['', 'words: the cell is empty'],
  ])('refuses “%s” with a reason', (text, reason) => {
    expect(ports(text)).toBe(reason)
  })

  it.each([
    ['22,443', 'en'],
    ['53,853', 'ja-JP'],
    ['49,152', 'de-DE'],
    ['25,465 (default)', 'en'],
    ['22,443; 8080', 'en'],
    ['80:8080', 'en'],
    ['443 : 8443', 'zh-TW'],
  ])('refuses “%s” in %s, which has two readings', (text, locale) => {
    expect(ports(text, locale)).toMatch(/^broken: “.+” may be/u)
  })

  it.each([
    [
      '22, 443',
      'en',
      [
        [22, 22],
        [443, 443],
      ],
    ],
    ['1,433', 'en', [[1433, 1433]]],
    ['49,152-65,535', 'en', [[49152, 65535]]],
    ['60000:61000', 'en', [[60000, 61000]]],
    ['1:65535', 'en', [[1, 65535]]],
    ['1024 (and above)', 'en', [[1024, 65535]]],
    ['1024（以上）', 'ja-JP', [[1024, 65535]]],
    ['1024 (oder höher)', 'de-DE', [[1024, 65535]]],
  ])('reads “%s” in %s, which has one', (text, locale, expected) => {
    expect(ports(text, locale)).toEqual(expected)
  })

  it('drops a raised footnote digit and never joins it to the port', () => {
    expect(ports('443¹')).toEqual([[443, 443]])
  })

  it('reads ranges that are written out beside all ports', () => {
    expect(parsePorts('0-65535, 80', 'en')).toMatchObject({ok: true})
    expect(parsePorts('0-30000, 20000-65535', 'de-DE')).toMatchObject({ok: true})
  })

  it('reads back what it writes in the style of any locale', () => {
    fc.assert(
      fc.property(
        fc.array(range, {minLength: 1, maxLength: 4}),
        fc.constantFrom(...knownLocales, 'xx'),
        (list, locale) => {
          const ranges = sortRanges(list)
          expect(parsePorts(formatRanges(ranges, locale), locale)).toMatchObject({ok: true, ranges})
        },
      ),
    )
  })

  it('answers any text, however long', () => {
    fc.assert(
      fc.property(cellText, fc.constantFrom(...knownLocales), (text, locale) => {
        expect(typeof parsePorts(text, locale).ok).toBe('boolean')
      }),
    )
    for (const piece of ['1,', '1-', '(', '(1', 'から', '9', ' ', '、', 'to '])
      expect(typeof parsePorts(piece.repeat(100_000), 'ja-JP').ok).toBe('boolean')
  })

  it.each<[ranges: Range[], en: string, ja: string, de: string]>([
    [[[0, 65535]], 'Any', '任意', 'Beliebig'],
    [[[1, 65535]], '1-65535', '1 ～ 65535', '1-65535'],
    [[[0, 443]], '0-443', '0 ～ 443', '0-443'],
    [[[50000, 59999]], '50,000-59,999', '50,000 ～ 59,999', '50.000-59.999'],
    [[[9000, 10010]], '9000-10010', '9000 ～ 10010', '9000-10010'],
    [
      [
        [443, 443],
        [5061, 5061],
      ],
      '443, 5061',
      '443、5061',
      '443, 5061',
    ],
  ])('writes %j in the style of each language', (ranges, en, ja, de) => {
    expect(['en', 'ja-JP', 'de-DE'].map((locale) => formatRanges(ranges, locale))).toEqual([en, ja, de])
  })

  it.each([
    ['below 1024', [[1, 1023]]],
    ['1024 and below', [[1, 1024]]],
    ['above 1023', [[1024, 65535]]],
    ['1 and below', [[1, 1]]],
    ['below 2', [[1, 1]]],
  ])('reads “%s” to its last port', (text, ranges) => {
    expect(parsePorts(text, 'en')).toEqual({ok: true, any: false, ranges})
  })

  it.each(['below 1', 'above 65535', '65536 and above'])('refuses “%s”, which holds no port', (text) => {
    expect(parsePorts(text, 'en').ok).toBe(false)
  })

  it.each([
    ['443, 24/7', 'hours of service'],
    ['443, 3/16/2026', 'a date'],
    ['5060/61', '5060 and 5061, or 5060 and 61'],
    ['80:8080', 'one port mapped to another'],
    ['22,443', 'one port or two'],
  ])('says what “%s” may be', (text, meaning) => {
    const reading = parsePorts(text, 'en')
    expect(reading.ok ? '' : reading.reason).toContain(meaning)
  })

  it.each([
    [
      '5060/75',
      [
        [75, 75],
        [5060, 5060],
      ],
    ],
    ['0:1023', [[0, 1023]]],
    ['1:1023', [[1, 1023]]],
    ['49152:50000', [[49152, 50000]]],
    ['80:65535', [[80, 65535]]],
    ['443 (v2 only)', [[443, 443]]],
  ])('reads “%s”, which means one thing', (text, ranges) => {
    expect(parsePorts(text, 'en')).toEqual({ok: true, any: false, ranges})
  })
})
