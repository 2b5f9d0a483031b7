import {describe, expect, it} from 'vitest'
import {rowToFacts} from '../../../src/facts/facts.ts'
import {unclearNoteIn} from '../../../src/facts/limits/guarded-zones.ts'

const guarded: [note: string, locale: string][] = [
  ['Shield from the outside world', 'en'],
  ['Firewall this off at the perimeter', 'en'],
  ['Keep behind the reverse proxy', 'en'],
  ['For in-house use', 'en'],
  ['Please shut', 'en'],
  ['🚫 uplink', 'en'],
  ['Ovens excepted', 'en'],
  ['Removed in version 5', 'en'],
  ['Disabled rule', 'en'],
  ['Reserved', 'en'],
  ['In Version 5 entfernt', 'de-DE'],
  ['Supprimé dans la version 5', 'fr-FR'],
  ['Eliminado en la versión 5', 'es-ES'],
  ['Disabilitato per impostazione predefinita', 'it-IT'],
  ['Desabilitado por padrão', 'pt-BR'],
  ['Отключено по умолчанию', 'ru-RU'],
  ['Domyślnie wyłączone', 'pl'],
  ['Varsayılan olarak devre dışı', 'tr'],
  ['既定では無効', 'ja-JP'],
  ['バージョン 5 で削除', 'ja-JP'],
  ['在版本 5 中移除', 'zh-CN'],
  ['保留', 'zh-TW'],
  ['버전 5에서 제거됨', 'ko-KR'],
  ['معطّل افتراضيًا', 'ar-SA'],
  ['Do not use', 'en'],
  ['Nicht verwenden', 'de-DE'],
  ['Ne pas utiliser', 'fr-FR'],
  ['No usar', 'es-ES'],
  ['Non usare', 'it-IT'],
  ['Niet gebruiken', 'nl'],
  ['Не использовать', 'ru-RU'],
  ['Nie używać', 'pl'],
  ['Använd inte', 'sv'],
  ['請勿使用', 'zh-TW'],
  ['Am Rand abschotten', 'de-DE'],
  ['Vor dem öffentlichen Netz verstecken', 'de-DE'],
  ['Für den internen Gebrauch', 'de-DE'],
  ['À isoler d’Internet', 'fr-FR'],
  ['Caméras non comprises', 'fr-FR'],
  ['Ocultar a la red pública', 'es-ES'],
  ['No sacar a Internet', 'es-ES'],
  ['Sigillare sul bordo', 'it-IT'],
  ['Fechar do lado externo', 'pt-BR'],
  ['Verstoppen voor het internet', 'nl'],
  ['Отгородить от интернета', 'ru-RU'],
  ['Наружу не выпускать', 'ru-RU'],
  ['Uszczelnić na brzegu sieci', 'pl'],
  ['Nepouštět ven', 'cs'],
  ['Göm bakom brandväggen', 'sv'],
  ['İnternetten uzak tutun', 'tr'],
  ['境界で止める', 'ja-JP'],
  ['カメラは含まず', 'ja-JP'],
  ['WAN側で閉塞', 'ja-JP'],
  ['외부에 보이지 않게 할 것', 'ko-KR'],
  ['내부용', 'ko-KR'],
  ['与公网隔离', 'zh-CN'],
  ['在邊界上封堵', 'zh-TW'],
  ['يُعزل عن الإنترنت', 'ar-SA'],
  ['לשימוש פנימי', 'he'],
]

const purposes: [note: string, locale: string][] = [
  ['Public ticket shop', 'en'],
  ['Internet radio stream', 'en'],
  ['Door lock control', 'en'],
  ['Used by clients on the internet', 'en'],
  ['Firewall logs', 'en'],
  ['Nobody’s diary', 'en'],
  ['Reserved seats', 'en'],
  ['Removed pallets', 'en'],
  ['Default gauges', 'en'],
  ['Reservierung der Plätze', 'de-DE'],
  ['Disabled visitors’ lift', 'en'],
  ['座席の予約システム', 'ja-JP'],
  ['删除日志的同步服务', 'zh-CN'],
  ['Keine Ahnung', 'de-DE'],
  ['🔒 HTTPS', 'en'],
  ['Wetterbilder aus dem Internet', 'de-DE'],
  ['Blocktransfer der Bilder', 'de-DE'],
  ['Images météo d’Internet', 'fr-FR'],
  ['Bloqueo de puertas', 'es-ES'],
  ['Radio via Internet', 'it-IT'],
  ['Impressão em rede', 'pt-BR'],
  ['Netwerkprinten', 'nl'],
  ['Снимки погоды из интернета', 'ru-RU'],
  ['Druk sieciowy', 'pl'],
  ['Imprimare în rețea', 'ro'],
  ['İnternet radyosu', 'tr'],
  ['公開チケット販売', 'ja-JP'],
  ['방화벽 로그', 'ko-KR'],
  ['无线网络校时', 'zh-CN'],
  ['網路列印', 'zh-TW'],
  ['طباعة الشبكة', 'ar-SA'],
  ['הדפסת רשת', 'he'],
]

const factsOf = (note: string, locale: string) => {
  const cells = ['*', 'Helm-1', 'TCP', '7601', note].map((target) => ({source: null, target}))
  const columns = ['source', 'destination', 'protocol', 'port', 'notes'] as const
  const read = rowToFacts({columns: [...columns], cells, locale, language: 'target'})
  return read.ok ? read.rules[0]?.facts : undefined
}

describe('src/facts/limits/guarded-zones.ts', () => {
  it.each(guarded)('leaves no row open whose note guards a zone: “%s” in %s', (note, locale) => {
    const facts = factsOf(note, locale)
    const isNarrow = (facts?.source?.qualifiers.length ?? 0) > 0
    expect(facts === undefined || facts.requirement === 'conditional' || isNarrow).toBe(true)
  })

  it.each(purposes)('leaves what a port is for: “%s” in %s', (note, locale) => {
    expect(factsOf(note, locale)).toMatchObject({
      requirement: 'unknown',
      source: {id: 'any', qualifiers: []},
      destination: {qualifiers: []},
    })
  })

  it('quotes the sentence that guards', () => {
    const note = 'Carries the plan of the day. Hide from the uplink.'
    expect(unclearNoteIn(note, 'en')).toBe('Hide from the uplink.')
  })

  it('leaves a long explanation', () => {
    const note =
      'Behind the firewall of the yard a relay keeps the plan of the day until the crew asks for it'
    expect(unclearNoteIn(note, 'en')).toBeNull()
  })

  it('narrows who comes to a machine that is not to be put on the Internet', () => {
    expect(factsOf('Nicht ins Internet stellen', 'de-DE')?.source?.qualifiers).toEqual([
      'nicht-ins-internet-stellen',
    ])
  })

  it.each(['🚫', '⛔', '🛑'])('opens nothing where %s stands alone', (note) => {
    expect(factsOf(note, 'en')).toBeUndefined()
  })
})
