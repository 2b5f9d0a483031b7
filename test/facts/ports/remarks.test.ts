import {describe, expect, it} from 'vitest'
import {parsePorts} from '../../../src/facts/ports/ports.ts'

const ports = (text: string, locale: string): string => {
  const reading = parsePorts(text, locale)
  return reading.ok ? reading.ranges.map((range) => [...new Set(range)].join('-')).join(' ') : reading.reason
}

describe('src/facts/ports/remarks.ts', () => {
  it.each([
    ['80 (redirects to 443)', 'en', '80'],
    ['443 [redirects to 8443]', 'en', '443'],
    ['9443 (version 8 and later)', 'en', '9443'],
    ['514 (RFC 3164)', 'en', '514'],
    ['8080 (was 8000 before 2016)', 'en', '8080'],
    ['443 (since v8.2)', 'en', '443'],
    ['443 (TLS 1.2)', 'en', '443'],
    ['1433 (SQL Server 2019)', 'en', '1433'],
    ['80 (leitet auf 443 um)', 'de-DE', '80'],
    ['9443 (ab Version 8)', 'de-DE', '9443'],
    ['8080 (anciennement 8000)', 'fr-FR', '8080'],
    ['80 (redirige al 443)', 'es-ES', '80'],
    ['80 (reindirizza a 443)', 'it-IT', '80'],
    ['80 (redireciona para 443)', 'pt-BR', '80'],
    ['80 (перенаправляет на 443)', 'ru-RU', '80'],
    ['80 (443 にリダイレクト)', 'ja-JP', '80'],
    ['80(443으로 리디렉션)', 'ko-KR', '80'],
    ['8080（原为 8000）', 'zh-CN', '8080'],
    ['80（重新導向至 443）', 'zh-TW', '80'],
    ['69 (see note 4, Trivial FTP (TFTP))', 'en', '69'],
    ['Dynamic (49152–65535)', 'en', '49152-65535'],
    ['動的ポート（49152～65535）', 'ja-JP', '49152-65535'],
    ['49152-65535 (dynamisch)', 'de-DE', '49152-65535'],
  ])('reads %j in %s as %s', (text, locale, expected) => {
    expect(ports(text, locale)).toBe(expected)
  })

  it.each([
    ['443 (8443 for administrators)', 'en'],
    ['443 (444 on the second node)', 'en'],
    ['80 (or 8080)', 'en'],
    ['80 (also 8080 in version 9)', 'en'],
    ['389 (SSL: 636)', 'en'],
    ['443 (oder 8443)', 'de-DE'],
    ['443（または 8443）', 'ja-JP'],
    ['443 (а также 8443)', 'ru-RU'],
  ])('refuses %j in %s, whose remark may name one more port', (text, locale) => {
    expect(ports(text, locale)).toContain('brackets')
  })

  it.each([
    ['RPC dynamic', 'en'],
    ['ephemeral', 'en'],
    ['135 (dynamic)', 'en'],
    ['dynamisch', 'de-DE'],
    ['エフェメラル ポート', 'ja-JP'],
    ['動態連接埠', 'zh-TW'],
    ['динамические порты', 'ru-RU'],
  ])('asks for the numbers of %j in %s', (text, locale) => {
    expect(ports(text, locale)).toContain('whose numbers are not given')
  })

  it.each([
    ['+22', 'en'],
    ['22 + 3', 'en'],
    ['24/7', 'en'],
    ['7 x 24', 'en'],
    ['8080:9090', 'en'],
    ['5060/61', 'en'],
    ['3/16/2026', 'en'],
    ['20 ports', 'en'],
    ['20 Ports', 'de-DE'],
    ['135, dynamic', 'en'],
    ['von 1024', 'de-DE'],
    ['443 ports', 'fr-FR'],
    ['above 1024 and below 2048', 'en'],
    ['> 1024 & < 2048', 'en'],
  ])('refuses %j in %s', (text, locale) => {
    expect(parsePorts(text, locale).ok).toBe(false)
  })

  it.each([
    ['from 1024', 'en', '1024-65535'],
    ['от 1024', 'ru-RU', '1024-65535'],
    ['ab 1024', 'de-DE', '1024-65535'],
    ['desde 1024', 'es-ES', '1024-65535'],
    ['ports above 1023', 'en', '1024-65535'],
    ['1024 以上のポート', 'ja-JP', '1024-65535'],
    ['大于 1023 的端口', 'zh-CN', '1024-65535'],
    ['Ports bis 1023', 'de-DE', '1-1023'],
    ['port 443', 'en', '443'],
    ['80 + 443', 'en', '80 443'],
    ['Port: 443', 'en', '443'],
    ['ポート：443', 'ja-JP', '443'],
    ['from 1024 to 2048', 'en', '1024-2048'],
    ['49152:65535', 'en', '49152-65535'],
    ['over 1023', 'en', '1024-65535'],
    ['443 and above 1023', 'en', '443 1024-65535'],
    ['from 10,100 to 44,000', 'zh-CN', '10100-44000'],
    ['> 10,100 および 22', 'ja-JP', '22 10101-65535'],
    ['22에서 22,001까지', 'ko-KR', '22-22001'],
  ])('reads %j in %s as %s', (text, locale, expected) => {
    expect(ports(text, locale)).toBe(expected)
  })
})
