import {describe, expect, it} from 'vitest'
import {frameOf} from '../../src/facts/table-frame.ts'

const frame = (text: string, locale: string) => frameOf([{text, locale}])

describe('src/facts/table-frame.ts', () => {
  it.each([
    ['es-ES', 'Salida de ejemplo del medidor'],
    ['fr-FR', 'Exemple de sortie'],
    ['it-IT', 'Configurare l’invio degli avvisi di marea'],
    ['pt-BR', 'Arquivo de saída'],
    ['de-DE', 'Ausgang der Prüfung'],
    ['cs-CZ', 'Vzorový výstup'],
    ['uk', 'Вихідні дані вимірювача'],
    ['tr-TR', 'Giriş'],
    ['ja-JP', '潮位メール送信の設定'],
    ['zh-CN', '发送潮位通知'],
    ['ko-KR', '조위 메일 발신 설정'],
  ])('takes output and what somebody sends for no direction, in %s: %s', (locale, text) => {
    expect(frame(text, locale).direction).toBeNull()
  })

  it.each([
    ['es-ES', 'Puertos de salida', 'out'],
    ['es-ES', 'Salida', 'out'],
    ['fr-FR', 'Flux en entrée', 'in'],
    ['it-IT', 'Porte in uscita', 'out'],
    ['pt-BR', 'Regras de saída', 'out'],
    ['uk', 'Вихідні порти', 'out'],
    ['tr-TR', 'Giriş bağlantı noktaları', 'in'],
    ['ja-JP', '送信ポート', 'out'],
    ['zh-CN', '出站规则', 'out'],
    ['en', 'Outgoing ports', 'out'],
  ])('hears the direction of ports, traffic and rules, in %s: %s', (locale, text, expected) => {
    expect(frame(text, locale).direction?.value).toBe(expected)
  })

  it.each([
    ['en', 'Importing readings for the tide server'],
    ['en', 'Restart the tide server'],
    ['de-DE', 'Importieren von Messwerten für den Pegelserver'],
    ['es-ES', 'Configurar el servidor'],
    ['ru-RU', 'Настройка сервера'],
    ['ja-JP', 'サーバーのインストール'],
  ])('takes what is done in a section for no machine, in %s: %s', (locale, text) => {
    expect(frame(text, locale).machine).toBeNull()
  })

  it.each([
    ['en', 'Update server'],
    ['en', 'Monitoring server'],
    ['ja-JP', '監視サーバー'],
    ['zh-CN', '管理服务器'],
  ])('takes a machine by what it does, in %s: %s', (locale, text) => {
    expect(frame(text, locale).machine).not.toBeNull()
  })

  it.each([
    ['en', 'Recommended practices for the tide server'],
    ['it-IT', 'Procedure consigliate per la protezione del mareografo'],
    ['es-ES', 'Procedimientos recomendados de seguridad'],
    ['fr-FR', 'Pratiques recommandées de sécurité'],
    ['de-DE', 'Empfohlene Vorgehensweisen'],
    ['ja-JP', 'セキュリティの推奨事項'],
  ])('takes no port for optional where good practice is described, in %s: %s', (locale, text) => {
    expect(frame(text, locale).requirement).toBeNull()
  })
})
