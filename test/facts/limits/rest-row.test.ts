import {describe, expect, it} from 'vitest'
import {refuseRest} from '../../../src/facts/limits/rest-row.ts'
import type {RowCell} from '../../../src/facts/row/row-cell.ts'
import type {ColumnKind} from '../../../src/model/schema.ts'
import {inBoth} from '../../support/row-outcomes.ts'

const cell = (kind: ColumnKind, text: string): RowCell => ({
  kind,
  text,
  read: text,
  isKnown: true,
  column: 1,
  header: '',
})

const reasonOf = (kind: ColumnKind, text: string, locale: string, isDenial: boolean): string | null =>
  refuseRest([cell(kind, text)], locale, isDenial)?.reason ?? null

/** All other ports, traffic and hosts, as a document says them. */
const others: Readonly<Record<string, [ports: string, traffic: string, hosts: string]>> = {
  'en-US': ['All other ports', 'Any other traffic', 'All other hosts'],
  'de-DE': ['Alle anderen Ports', 'Sonstiger Datenverkehr', 'Alle übrigen Rechner'],
  'fr-FR': ['Tous les autres ports', 'Tout le reste du trafic', 'Les autres machines'],
  'es-ES': ['Todos los demás puertos', 'El resto del tráfico', 'Los demás equipos'],
  'it-IT': ['Tutte le altre porte', 'Tutto il resto del traffico', 'Tutti gli altri host'],
  'pt-BR': ['Todas as outras portas', 'Qualquer outro tráfego', 'Os demais computadores'],
  'nl-NL': ['Alle andere poorten', 'Overig verkeer', 'Alle overige hosts'],
  'pl-PL': ['Wszystkie pozostałe porty', 'Pozostały ruch', 'Pozostałe hosty'],
  'ru-RU': ['Все остальные порты', 'Весь остальной трафик', 'Остальные узлы'],
  'uk-UA': ['Усі інші порти', 'Решта трафіку', 'Інші хости'],
  'cs-CZ': ['Všechny ostatní porty', 'Ostatní provoz', 'Ostatní počítače'],
  'sv-SE': ['Alla andra portar', 'Övrig trafik', 'Övriga datorer'],
  'da-DK': ['Alle andre porte', 'Al anden trafik', 'Andre computere'],
  'tr-TR': ['Diğer tüm portlar', 'Diğer trafik', 'Diğer cihazlar'],
  'ar-SA': ['جميع المنافذ الأخرى', 'أي حركة مرور أخرى', 'باقي الأجهزة'],
  'ja-JP': ['その他のすべてのポート', '上記以外の通信', 'その他のホスト'],
  'ko-KR': ['그 외의 모든 포트', '나머지 트래픽', '다른 모든 호스트'],
  'zh-CN': ['所有其他端口', '其余流量', '其他主机'],
  'zh-TW': ['所有其他連接埠', '其餘流量', '其他主機'],
}

describe('src/facts/limits/rest-row.ts', () => {
  it.each(Object.entries(others))(
    '%s: what no other row names is stopped, and no machine',
    (locale, [ports, traffic, hosts]) => {
      expect(reasonOf('port', ports, locale, true)).toBe('denied')
      expect(reasonOf('source', traffic, locale, true)).toBe('denied')
      expect(reasonOf('traffic', traffic, locale, true)).toBe('denied')
      expect(reasonOf('source', hosts, locale, true)).toBe('denied')
    },
  )

  it.each(Object.entries(others))(
    '%s: what no other row names is not opened',
    (locale, [ports, traffic, hosts]) => {
      expect(reasonOf('port', ports, locale, false)).toBe('unreadable')
      expect(reasonOf('destination', traffic, locale, false)).toBe('unreadable')
      // Machines that may be listed elsewhere, and the name of a service.
      expect(reasonOf('source', hosts, locale, false)).toBe(null)
      expect(reasonOf('service', traffic, locale, false)).toBe(null)
    },
  )

  it.each([
    ['source', 'Any'],
    ['source', 'Restoration server'],
    ['source', 'Other Exchange servers'],
    ['destination', 'Mother host'],
    ['port', 'All ports'],
    ['port', '443 and others'],
    ['traffic', 'Web traffic'],
    ['notes', 'All other ports'],
  ] as const)('takes a cell of %s that says “%s” for what it names', (kind, text) => {
    expect(reasonOf(kind, text, 'en-US', true)).toBe(null)
  })

  it('leaves the rows beside it as they are, in both forms', () => {
    inBoth(
      {
        header: ['Source', 'Destination', 'Port', 'Protocol', 'Action'],
        rows: [
          ['Clients', 'Depot server', '443', 'TCP', 'Allow'],
          ['Clients', 'Depot server', 'All other ports', 'TCP', 'Deny'],
          ['All other traffic', 'Depot server', 'Any', 'Any', 'Deny'],
          ['Everything else', '', '', '', 'Deny'],
          ['Any', 'Any', 'Any', 'Any', 'Deny'],
        ],
      },
      ['tcp 443', 'denied', 'denied', 'denied', 'deny tcp+udp 0-65535'],
    )
    inBoth(
      {
        header: ['Quelle', 'Ziel', 'Port', 'Protokoll', 'Aktion'],
        locale: 'de-DE',
        rows: [
          ['Clients', 'Depotserver', '443', 'TCP', 'Zulassen'],
          ['Sonstiger Datenverkehr', 'Depotserver', '8443', 'TCP', 'Zulassen'],
        ],
      },
      ['tcp 443', 'unreadable'],
    )
  })
})
