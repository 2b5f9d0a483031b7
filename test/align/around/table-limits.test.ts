import {describe, expect, it} from 'vitest'
import {pipe, readDocument} from '../read-document.ts'

const heads: Record<string, [header: string, any: string]> = {
  'en-US': ['Port | Protocol | Source | Destination', 'any'],
  'de-DE': ['Port | Protokoll | Quelle | Ziel', 'beliebig'],
  'fr-FR': ['Port | Protocole | Source | Destination', 'tous'],
  'es-ES': ['Puerto | Protocolo | Origen | Destino', 'cualquiera'],
  'ja-JP': ['ポート | プロトコル | 送信元 | 宛先', '任意'],
  'zh-CN': ['端口 | 协议 | 源 | 目标', '任何'],
  'ru-RU': ['Порт | Протокол | Источник | Назначение', 'любой'],
  'pt-BR': ['Porta | Protocolo | Origem | Destino', 'qualquer'],
  nl: ['Poort | Protocol | Bron | Bestemming', 'alle'],
}

/** What becomes of ports 8310, 8320 and 8330 to 8339: `any` where they stay open, `some` where an end is narrowed, `if` on a condition. */
const outcomes = (before: string, after: string, locale = 'en-US', header?: string): string => {
  const [head, any] = heads[locale] ?? ['', '']
  const rows = ['8310', '8320', '8330-8339'].map((port) => `${port} | TCP | ${any} | Sluice`)
  return readDocument(locale, `${before}\n\n${pipe(header ?? head, ...rows)}\n\n${after}`)
    .map((row) => {
      if (typeof row === 'string') return row
      const [{source, requirement} = {source: null, requirement: 'unknown'}] = row
      if (requirement === 'conditional') return 'if'
      return source?.id === 'any' && source.qualifiers.length === 0 ? 'any' : 'some'
    })
    .join(' ')
}

describe('src/align/around/table-limits.ts', () => {
  it.each([
    ['8320: only from staff.', 'any some any'],
    ['Port 8320 must only be reachable from the lock house.', 'any some any'],
    ['Ports 8320 and 8330-8339 are for staff only.', 'any some some'],
    ['Port 8310 is confined to the lock house.', 'if any any'],
    ['Port 8333 is for staff only.', 'any any if'],
    ['Port 8320 is used by the weir only if it is raised.', 'any if any'],
    ['For 8310, allow only the lock house.', 'some any any'],
    ['UDP 8320 is for staff only.', 'any any any'],
    ['Port 9999 is for staff only.', 'any any any'],
    ['Only port 8310 is for visitors.', 'some if if'],
    ['Except for 8310, all of them are for staff only.', 'if if if'],
    ['Never let port 8335 be open to visitors.', 'any any if'],
  ])('limits the rows whose ports are named: %s', (sentence, expected) => {
    expect(outcomes('', sentence)).toBe(expected)
  })

  it.each([
    ['en-US', 'None of the following ports is used.', 'if if if'],
    ['de-DE', 'Die folgenden Ports werden nicht mehr verwendet.', 'if if if'],
    ['ja-JP', '次のポートは使用されません。', 'if if if'],
    ['zh-CN', '以下端口均未使用。', 'if if if'],
    ['en-US', 'Port 8310 is no longer used.', 'if any any'],
    ['fr-FR', "Le port 8320 n'est plus utilisé.", 'any if any'],
  ])(
    'takes no rule for certain whose port is said to be in no use, in %s: %s',
    (locale, sentence, expected) => {
      expect(outcomes(sentence, '', locale)).toBe(expected)
    },
  )

  it('hears a sentence at the end of a very long paragraph', () => {
    const prose = 'This line carries levels of the gauges. '.repeat(130)
    expect(outcomes(`${prose}Port 8320: only from staff.`, '')).toBe('any some any')
    expect(outcomes('', `${prose}Port 8320: only from staff.`)).toBe('any some any')
  })

  it.each([
    ['de-DE', 'Port 8320 ist nur für Mitarbeiter.'],
    ['fr-FR', 'Le port 8320 est réservé au personnel.'],
    ['es-ES', 'El puerto 8320: solo para empleados.'],
    ['pt-BR', 'Porta 8320: apenas para funcionários.'],
    ['ja-JP', 'ポート8320は管理者のみ使用できます。'],
    ['zh-CN', '端口8320仅限员工使用。'],
    ['ru-RU', 'Порт 8320 только для сотрудников.'],
    ['nl', 'Poort 8320 is alleen voor medewerkers.'],
  ])('limits the row whose port is named in %s: %s', (locale, sentence) => {
    expect(outcomes('', sentence, locale)).toBe('any some any')
  })

  it.each([
    ['en-US', 'These ports may only be reached from the boathouse.'],
    ['en-US', 'Only the boathouse may use these ports.'],
    ['en-US', 'The ports above can be reached from the boathouse and nowhere else.'],
    ['en-US', 'Restrict access to these ports with your own means.'],
    ['en-US', '## Restrictions\n\nOnly the boathouse may use these ports.'],
    ['de-DE', 'Nur das Bootshaus darf diese Ports verwenden.'],
    ['fr-FR', 'Seul le hangar peut utiliser ces ports.'],
    ['es-ES', 'Solo el cobertizo puede usar estos puertos.'],
    ['ja-JP', 'これらのポートを使用できるのはボート小屋だけです。'],
    ['zh-CN', '只有船坞可以使用这些端口。'],
    ['ru-RU', 'Только эллинг может использовать эти порты.'],
    ['nl', 'Alleen het botenhuis mag deze poorten gebruiken.'],
  ])('opens nothing without a condition in %s after: %s', (locale, sentence) => {
    expect(outcomes('', sentence, locale)).not.toContain('any')
  })

  it.each([
    ['en-US', 'Open only these ports.'],
    ['en-US', 'You only need to open the following ports:'],
    ['en-US', 'Only the ports listed below are in use.'],
    ['de-DE', 'Öffnen Sie nur die folgenden Ports:'],
    ['fr-FR', 'Seuls les ports suivants sont utilisés.'],
    ['ja-JP', '以下のポートのみを開いてください。'],
    ['zh-CN', '仅以下端口需要打开。'],
    ['ru-RU', 'Откройте только следующие порты:'],
    ['en-US', 'For gates that use only manual winches (no motors), the following table lists the ports.'],
  ])('knows in %s where only ports are meant: %s', (locale, sentence) => {
    expect(outcomes(sentence, '', locale)).toBe('any any any')
  })

  it.each([
    ['Port | Protocol | Source | Destination (boathouse only)', 'if if if'],
    ['Port | Protocol | Source (staff only) | Destination', 'some some some'],
    ['Port | Protocol (TCP only) | Source | Destination', 'any any any'],
  ])('reads what a header limits: %s', (header, expected) => {
    expect(outcomes('', '', 'en-US', header)).toBe(expected)
  })

  it.each([
    'Firewalls between locks may block port 8320.',
    'Only staff read this guide.',
    '# Other\n\nOnly the boathouse may use these ports.',
    `## More\n\nOnly staff may use the following ports:\n\n${pipe('Port | Protocol', '9000 | TCP')}`,
  ])('leaves the rows alone before: %s', (after) => {
    expect(outcomes('', after)).toBe('any any any')
  })

  it('makes required ports conditional, too, where a note restricts in words that nobody knows', () => {
    const [row] = readDocument(
      'en-US',
      pipe('Port | Protocol | Required | Notes', '8310 | TCP | Yes | Boathouse only.'),
    )
    expect(row).toMatchObject([{requirement: 'conditional'}])
  })
})

describe('what restricts no machine', () => {
  it.each([
    ['en-US', 'Firewalls do not always open these ports.'],
    ['en-US', 'Firewalls don’t always open these ports.'],
    ['fr-FR', 'Les pare-feux n’ouvrent pas toujours ces ports.'],
    ['es-ES', 'Los firewalls no siempre abren estos puertos.'],
    ['pt-BR', 'Os firewalls nem sempre abrem estas portas.'],
    ['nl', 'Firewalls openen deze poorten niet altijd.'],
    ['ru-RU', 'Брандмауэры не всегда открывают эти порты.'],
  ])('narrows no end by what is not always open (%s)', (locale, lead) => {
    expect(outcomes(lead, '', locale)).toMatch(/^(?:any any any|if if if)$/u)
  })

  it('limits nothing by a long heading on how to restrict', () => {
    expect(outcomes('## Use access lists to restrict the traffic within a subnet of the lock', '')).toBe(
      'any any any',
    )
    expect(outcomes('## For staff only', '')).not.toBe('any any any')
  })
})
