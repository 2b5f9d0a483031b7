import {describe, expect, it} from 'vitest'
import {pipe, portsOf, readDocument} from './read-document.ts'

describe('requirements', () => {
  it.each([
    ['en-US', 'Port | Protocol | M/O', 'M', 'O'],
    ['en-US', 'Port | Protocol | Req.', 'R', 'O'],
    ['de-DE', 'Port | Protokoll | P/O', 'P', 'O'],
    ['fr-FR', 'Port | Protocole | O/F', 'O', 'F'],
  ])('are read from letters in %s below %s', (locale, header, required, optional) => {
    const read = readDocument(locale, pipe(header, `7001 | TCP | ${required}`, `7002 | TCP | ${optional}`))
    expect(read.map((row) => (typeof row === 'string' ? row : row[0]?.requirement))).toEqual([
      'required',
      'optional',
    ])
  })

  it.each([
    ['en-US', 'Port | Protocol | Notes', 'No longer used since 2.0.', 'legacy'],
    ['en-US', 'Port | Protocol | Notes', 'Should this port be blocked, gauges go silent.', 'required'],
    ['de-DE', 'Port | Protokoll | Hinweise', 'Wird dieser Port gesperrt, fällt der Pegel aus.', 'required'],
    ['de-DE', 'Port | Protokoll | Hinweise', 'Muss ständig offen bleiben.', 'required'],
    ['de-DE', 'Port | Protokoll | Hinweise', 'Veraltet.', 'legacy'],
    ['fr-FR', 'Port | Protocole | Remarques', 'Doit toujours rester ouvert.', 'required'],
    ['es-ES', 'Puerto | Protocolo | Notas', 'Debe siempre estar abierto.', 'required'],
    ['it-IT', 'Porta | Protocollo | Note', 'Deve sempre restare aperta.', 'required'],
    ['ru-RU', 'Порт | Протокол | Примечания', 'Должен всегда быть открыт.', 'required'],
    ['zh-TW', '連接埠 | 通訊協定 | 備註', '已淘汰。', 'legacy'],
    ['en-US', 'Port | Protocol | Notes', 'Range of sensors (minimum of 30 ports required).', 'unknown'],
    [
      'de-DE',
      'Port | Protokoll | Hinweise',
      'Bereich der Fühler; mindestens 30 Ports erforderlich.',
      'unknown',
    ],
    ['zh-CN', '端口 | 协议 | 备注', '传感器范围，至少需要 30 个端口。', 'unknown'],
    [
      'en-US',
      'Port | Protocol | Notes',
      'Levels of each gauge (if you have a chain) to the lock.',
      'unknown',
    ],
    ['en-US', 'Port | Protocol | Notes', 'Required (if you have a chain) by each gauge.', 'conditional'],
    ['en-US', 'Port | Protocol | Notes', 'Levels of each gauge (only if you have a chain).', 'conditional'],
  ])('are read from words in %s below %s: %s', (locale, header, note, requirement) => {
    const [row] = readDocument(locale, pipe(header, `7001 | TCP | ${note}`))
    expect(typeof row === 'string' ? row : row?.[0]?.requirement).toBe(requirement)
  })

  it('are told by the title of some rows of a table', () => {
    const body = `<table><tr><th>Port</th><th>Protocol</th><th>Use</th></tr><tr><td colspan="3">Required ports</td></tr>
<tr><td>7001</td><td>TCP</td><td>Gauge</td></tr></table>`
    expect(readDocument('en-US', body)[1]).toMatchObject([{requirement: 'required'}])
  })
})

describe('notes about other things', () => {
  it.each([
    ['en-US', 'Port | Protocol | Notes', 'The relay blocks known spam senders.'],
    ['en-US', 'Port | Protocol | Notes', 'Unsigned documents are rejected.'],
    ['de-DE', 'Port | Protokoll | Hinweise', 'Fremde Zertifikate werden abgelehnt.'],
    ['fr-FR', 'Port | Protocole | Remarques', 'Les courriels sans signature sont refusés.'],
    ['es-ES', 'Puerto | Protocolo | Notas', 'Los mensajes sin firma están bloqueados.'],
    ['ja-JP', 'ポート | プロトコル | 備考', '署名のないメールは拒否されます。'],
    ['zh-CN', '端口 | 协议 | 备注', '未签名的邮件将被拒绝。'],
  ])('close no port in %s below %s: %s', (locale, header, note) => {
    expect(readDocument(locale, pipe(header, `7001 | TCP | ${note}`)).map(portsOf)).toEqual(['tcp 7001'])
  })

  it.each([
    ['en-US', 'Port | Protocol | Notes', 'Traffic with unsigned messages is rejected.'],
    ['en-US', 'Port | Protocol | Notes', 'Do not open this port for mail.'],
    ['de-DE', 'Port | Protokoll | Hinweise', 'Der Zugriff auf Dateien ist verboten.'],
  ])('close one in %s below %s that they name, too: %s', (locale, header, note) => {
    expect(readDocument(locale, pipe(header, `7001 | TCP | ${note}`))).toEqual(['denied'])
  })
})

describe('notes that say that a port is closed', () => {
  it.each([
    ['en-US', 'Port | Protocol | Notes', 'Closed by default.'],
    ['en-US', 'Port | Protocol | Notes', 'Disabled since release 4.'],
    ['de-DE', 'Port | Protokoll | Hinweise', 'Standardmäßig deaktiviert.'],
    ['fr-FR', 'Port | Protocole | Remarques', 'Fermé par défaut.'],
    ['es-ES', 'Puerto | Protocolo | Notas', 'Está deshabilitado.'],
    ['ru-RU', 'Порт | Протокол | Примечания', 'Закрыт по умолчанию.'],
    ['ja-JP', 'ポート | プロトコル | 備考', '既定で無効です。'],
    ['ko-KR', '포트 | 프로토콜 | 참고', '기본적으로 닫혀 있습니다.'],
    ['zh-CN', '端口 | 协议 | 备注', '不应从外网访问。'],
    ['zh-TW', '連接埠 | 通訊協定 | 備註', '預設停用。'],
  ])('keep it closed in %s below %s: %s', (locale, header, note) => {
    expect(readDocument(locale, pipe(header, `7001 | TCP | ${note}`))).toEqual(['denied'])
  })
})

describe('remarks that point to notes', () => {
  it.each([
    ['fr-FR', 'Service | UDP | TCP', 'Réveil | 9 (voir note 2, autre port disponible) | –', 'udp 9'],
    ['en-US', 'Service | UDP | TCP', 'Base | – | 1433 <sup>[note 2](#n2) another port</sup>', 'tcp 1433'],
  ])('name no port in %s: %s', (locale, header, row, ports) => {
    expect(readDocument(locale, pipe(header, row)).map(portsOf)).toEqual([ports])
  })
})

describe('texts before a table', () => {
  it.each([
    ['en-US', 'Port | Protocol', 'Block these on every edge router.'],
    ['de-DE', 'Port | Protokoll', 'Sperren Sie die folgenden Ports:'],
    ['fr-FR', 'Port | Protocole', 'Il faut fermer les ports ci-dessous :'],
    ['es-ES', 'Puerto | Protocolo', 'Los puertos siguientes deben estar cerrados:'],
    ['it-IT', 'Porta | Protocollo', 'Bloccare le porte seguenti:'],
    ['pt-BR', 'Porta | Protocolo', 'Bloqueie estas portas:'],
    ['ru-RU', 'Порт | Протокол', 'Заблокируйте следующие порты:'],
    ['ja-JP', 'ポート | プロトコル', '以下のポートを遮断してください。'],
    ['ko-KR', '포트 | 프로토콜', '아래 포트를 차단하세요.'],
    ['zh-CN', '端口 | 协议', '封锁下列端口：'],
    ['zh-TW', '連接埠 | 通訊協定', '封鎖以下連接埠：'],
  ])('that ask in %s to block what stands below %s keep it closed: %s', (locale, header, lead) => {
    expect(readDocument(locale, `${lead}\n\n${pipe(header, '7001 | TCP')}`)).toEqual(['denied'])
  })

  it.each([
    ['en-US', 'Port | Protocol', 'If a firewall blocks traffic, open the following ports:'],
    ['de-DE', 'Port | Protokoll', 'Manche Firewalls blockieren diese; öffnen Sie daher die folgenden Ports:'],
    ['zh-TW', '連接埠 | 通訊協定', '請勿封鎖以下連接埠：'],
  ])('that ask in %s to open what stands below %s open it: %s', (locale, header, lead) => {
    expect(readDocument(locale, `${lead}\n\n${pipe(header, '7001 | TCP')}`).map(portsOf)).toEqual([
      'tcp 7001',
    ])
  })

  it.each([
    ['nl-NL', 'Poort | Protocol', 'Te sluiten poorten'],
    ['pl-PL', 'Port | Protokół', 'Porty do zamknięcia'],
    ['tr-TR', 'Port | Protokol', 'Kapatılacak bağlantı noktaları'],
  ])('may be headings in %s', (locale, header, heading) => {
    const read = readDocument(locale, `## ${heading}\n\n${pipe(header, '7001 | TCP')}`)
    expect(read.map(portsOf)).toEqual(['deny tcp 7001'])
  })
})
