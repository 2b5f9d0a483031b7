import {describe, expect, it} from 'vitest'
import {pipe, readDocument} from '../read-document.ts'

const heads: Record<string, [header: string, any: string, machine: string]> = {
  'en-US': ['Port | Protocol | Source | Destination', 'any', 'Sluice server'],
  'de-DE': ['Port | Protokoll | Quelle | Ziel', 'beliebig', 'Schleusenserver'],
  'fr-FR': ['Port | Protocole | Source | Destination', 'tous', 'Serveur d’écluse'],
  'es-ES': ['Puerto | Protocolo | Origen | Destino', 'cualquiera', 'Servidor de esclusa'],
  'pt-BR': ['Porta | Protocolo | Origem | Destino', 'qualquer', 'Servidor de eclusa'],
  'it-IT': ['Porta | Protocollo | Origine | Destinazione', 'qualsiasi', 'Server di chiusa'],
  'ja-JP': ['ポート | プロトコル | 送信元 | 宛先', '任意', '水門サーバー'],
  'zh-CN': ['端口 | 协议 | 源 | 目标', '任何', '水闸服务器'],
  'ko-KR': ['포트 | 프로토콜 | 원본 | 대상', '모두', '수문 서버'],
  'ru-RU': ['Порт | Протокол | Источник | Назначение', 'любой', 'Сервер шлюза'],
}

/** What becomes of a port of a machine and of one of another: `any` where it stays open, `some` where it is limited or conditional. */
const outcomes = (below: string, locale = 'en-US'): string => {
  const [head, any, machine] = heads[locale] ?? ['', '', '']
  const table = pipe(head, `8310 | TCP | ${any} | ${machine}`, `8320 | TCP | ${any} | Weir`)
  return readDocument(locale, `${table}\n\n${below}`)
    .map((row) => {
      if (typeof row === 'string') return row
      const [{source, requirement} = {source: null, requirement: 'unknown'}] = row
      return source?.id === 'any' && source.qualifiers.length === 0 && requirement !== 'conditional'
        ? 'any'
        : 'some'
    })
    .join(' ')
}

describe('src/align/around/machine-limits.ts', () => {
  it.each([
    ['en-US', 'The sluice server must not be reachable from the Internet.'],
    ['en-US', 'Access to the sluice server is limited to the management network.'],
    ['en-US', 'Never publish the sluice server.'],
    ['en-US', '> [!WARNING]\n> Do not expose sluice servers to the Internet.'],
    ['en-US', 'Access to the sluice server is restricted.'],
    ['de-DE', 'Der Schleusenserver darf nicht aus dem Internet erreichbar sein.'],
    ['fr-FR', 'Le serveur d’écluse ne doit pas être accessible depuis Internet.'],
    ['es-ES', 'El servidor de esclusa no debe ser accesible desde Internet.'],
    ['pt-BR', 'O servidor de eclusa não deve ser acessível pela Internet.'],
    ['it-IT', 'Il server di chiusa non deve essere accessibile da Internet.'],
    ['ja-JP', '水門サーバーはインターネットから到達可能にしてはいけません。'],
    ['zh-CN', '水闸服务器不得从互联网访问。'],
    ['ko-KR', '수문 서버는 인터넷에서 접근할 수 없어야 합니다.'],
    ['ru-RU', 'Сервер шлюза не должен быть доступен из Интернета.'],
  ])('limits the rows of the machine alone in %s after: %s', (locale, sentence) => {
    expect(outcomes(sentence, locale)).toBe('some any')
  })

  it.each([
    ['en-US', 'Access is limited to the management network.'],
    ['en-US', 'Connections from other networks must be rejected.'],
    ['de-DE', 'Der Zugriff ist auf das Verwaltungsnetz beschränkt.'],
    ['de-DE', 'Verbindungen aus anderen Netzen müssen abgelehnt werden.'],
    ['fr-FR', 'L’accès est limité au réseau de gestion.'],
    ['es-ES', 'El acceso está limitado a la red de gestión.'],
    ['it-IT', 'L’accesso è limitato alla rete di gestione.'],
    ['ja-JP', 'アクセスは管理ネットワークに限定されます。'],
    ['zh-CN', '访问仅限于管理网络。'],
    ['ko-KR', '액세스는 관리 네트워크로 제한됩니다.'],
    ['ru-RU', 'Доступ ограничен сетью управления.'],
  ])('limits all rows where access is spoken of in %s: %s', (locale, sentence) => {
    expect(outcomes(sentence, locale)).toBe('some some')
  })

  it.each([
    'The sluice server connects only to the archive server.',
    'The sluice server uses only TLS 1.3.',
    'The sluice server does not need a licence.',
    'If the sluice server is not reachable, restart it.',
    'Users of the sluice server must not share passwords.',
    'Only the sluice server can reach the console.',
    'Access to the console is limited to administrators.',
    'Install the sluice server on Windows only.',
    'At this time, calls only support the old version of sluice servers.',
    'The sluice server is reached by the weir.',
    'The sluice servers of other rivers are described elsewhere.',
    'The sluice server is not supported on virtual machines.',
    'Access to the archive is limited to the management network.',
    '# Other\n\nThe sluice server must not be reachable from the Internet.',
  ])('leaves the rows alone after: %s', (sentence) => {
    expect(outcomes(sentence)).toBe('any any')
  })

  it.each([
    ['Kiosk', 'Visitors may not reach the weir.', 'required '],
    ['any', 'Visitors may not reach the weir.', 'conditional '],
    ['Internet', 'The weir must not be reachable from outside.', 'denied'],
  ])('takes from %s to a machine only what is said of it: %s', (source, below, expected) => {
    const header = 'Port | Protocol | Source | Destination | Notes'
    const table = pipe(header, `8310 | TCP | ${source} | Weir | Required`)
    const [row] = readDocument('en-US', `${table}\n\n${below}`)
    const [rule] = typeof row === 'object' ? row : []
    const told = rule ? `${rule.requirement} ${rule.source?.qualifiers.join(' ')}` : row
    expect(told).toBe(expected)
  })
})
