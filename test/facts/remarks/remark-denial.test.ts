import {describe, expect, it} from 'vitest'
import {remarkAgainst} from '../../../src/facts/remarks/remark-denial.ts'
import type {ColumnKind} from '../../../src/model/schema.ts'

const against = (text: string, locale = 'en', kind: ColumnKind = 'port') =>
  remarkAgainst(kind, text, locale)?.reason ?? null

describe('src/facts/remarks/remark-denial.ts', () => {
  it.each([
    ['443 (closed)', 'en'],
    ['443 [unused]', 'en'],
    ['443 (no longer used)', 'en'],
    ['443（未使用）', 'ja-JP'],
    ['443 (gesperrt)', 'de-DE'],
    ['443 (non utilisé)', 'fr-FR'],
    ['443 (sin uso)', 'es-ES'],
    ['443 (non utilizzato)', 'it-IT'],
    ['443 (bloqueado)', 'pt-BR'],
    ['443 (не используется)', 'ru-RU'],
    ['443 (미사용)', 'ko-KR'],
    ['443（停用）', 'zh-TW'],
    ['443（已弃用）', 'zh-CN'],
  ])('hears that “%s” in %s is not to be opened', (text, locale) => {
    expect(against(text, locale)).toBe('denied')
    expect(against(text.replace('443', 'Telnet'), locale, 'service')).toBe('denied')
  })

  it.each([
    ['443 (except for guests)', 'en'],
    ['TCP (not UDP)', 'en'],
    ['1024-65535 (source)', 'en'],
    ['443（ゲストを除く）', 'ja-JP'],
    ['443 (außer Gäste)', 'de-DE'],
    ['443 (sauf invités)', 'fr-FR'],
    ['443 (кроме гостей)', 'ru-RU'],
    ['443 (게스트 제외)', 'ko-KR'],
    ['443（訪客除外）', 'zh-TW'],
  ])('refuses “%s” in %s, which takes something back', (text, locale) => {
    expect(against(text, locale)).toBe('unreadable')
  })

  it.each([
    ['443 (default)', 'en'],
    ['443 (not required)', 'en'],
    ['443 (if it is not changed)', 'en'],
    ['443（不要）', 'ja-JP'],
    ['443 (預設)', 'zh-TW'],
    ['5061 (recommandé)', 'fr-FR'],
    ['389 (not encrypted)', 'en'],
    ['389 (nicht verschlüsselt)', 'de-DE'],
    ['389 (sans chiffrement)', 'fr-FR'],
    ['389 (sin cifrar)', 'es-ES'],
    ['389 (non sicura)', 'it-IT'],
    ['389 (não criptografada)', 'pt-BR'],
    ['389 (без шифрования)', 'ru-RU'],
    ['389（暗号化なし）', 'ja-JP'],
    ['389(암호화되지 않음)', 'ko-KR'],
    ['389（未加密）', 'zh-TW'],
    ['389（非加密）', 'zh-CN'],
  ])('leaves “%s” in %s', (text, locale) => {
    expect(against(text, locale)).toBeNull()
  })

  it('leaves what a note says in brackets to the notes', () => {
    expect(against('Web (except for guests)', 'en', 'notes')).toBeNull()
  })
})
