import {describe, expect, it} from 'vitest'
import {parsePorts} from '../../../src/facts/ports/ports.ts'

const ports = (text: string, locale: string) => {
  const reading = parsePorts(text, locale)
  return reading.ok ? reading.ranges.map((range) => range.join('-')).join(' ') : reading.reason
}

describe('src/facts/ports/open-ranges.ts', () => {
  it.each([
    ['1024+', 'en', '1024-65535'],
    ['≥ 1024', 'en', '1024-65535'],
    ['above 1023', 'en', '1024-65535'],
    ['1,024 and higher', 'en', '1024-65535'],
    ['443, 49152 and above', 'en', '443-443 49152-65535'],
    ['up to 1023', 'en', '1-1023'],
    ['1024 以上', 'ja-JP', '1024-65535'],
    ['1023 より大きい', 'ja-JP', '1024-65535'],
    ['49152以降', 'ja-JP', '49152-65535'],
    ['1024 以上', 'zh-TW', '1024-65535'],
    ['大于 1023', 'zh-CN', '1024-65535'],
    ['1024 이상', 'ko-KR', '1024-65535'],
    ['ab 1024', 'de-DE', '1024-65535'],
    ['über 1023', 'de-DE', '1024-65535'],
    ['à partir de 1024', 'fr-FR', '1024-65535'],
    ['superiores a 1023', 'es-ES', '1024-65535'],
    ['oltre 1023', 'it-IT', '1024-65535'],
    ['acima de 1023', 'pt-BR', '1024-65535'],
    ['выше 1023', 'ru-RU', '1024-65535'],
  ])('reads %j in %s', (text, locale, expected) => {
    expect(ports(text, locale)).toBe(expected)
  })

  it.each([['80 443+'], ['version 8+'], ['70000+'], ['above 1023 except 1433']])('refuses %j', (text) => {
    expect(parsePorts(text, 'en').ok).toBe(false)
  })
})
