import {describe, expect, it} from 'vitest'
import {limitsIn, unclearLimitIn} from '../../../src/facts/limits/stated-limits.ts'

const told = (text: string, locale = 'en') =>
  limitsIn(text, locale).map(({side, kind, name}) => `${side ?? 'end'} ${kind} ${name}`)

describe('src/facts/limits/stated-limits.ts', () => {
  it.each([
    ['Reachable only from the operator subnet.', 'en', 'source only operator subnet'],
    ['Only from 10.3.0.0/16.', 'en', 'source only 10.3.0.0/16'],
    ['Connections from the console only', 'en', 'source only console'],
    ['Restrict access to the management VLAN.', 'en', 'source only management vlan'],
    ['Not from the Internet', 'en', 'source except internet'],
    ['except guests', 'en', 'end except guests'],
    ['Internal only', 'en', 'end only internal'],
    ['Nur aus dem Verwaltungsnetz', 'de-DE', 'source only verwaltungsnetz'],
    ['Uniquement depuis le sous-réseau de gestion', 'fr-FR', 'source only sous-reseau de gestion'],
    ['Solo desde la red de gestión', 'es-ES', 'source only red de gestion'],
    ['только из сети управления', 'ru-RU', 'source only сети управления'],
    ['管理サブネットからのみ', 'ja-JP', 'source only 管理サブネット'],
    ['ゲストを除く', 'ja-JP', 'end except ゲスト'],
    ['僅允許來自管理網段', 'zh-TW', 'source only 管理網段'],
    ['관리 서브넷에서만', 'ko-KR', 'source only 관리 서브넷'],
    ['فقط من شبكة الإدارة', 'ar-SA', 'source only شبكة الادارة'],
    ['Closed to visitors.', 'en', 'source except visitors'],
    ['Für Besucher gesperrt', 'de-DE', 'source except besucher'],
    ['Fermé aux visiteurs', 'fr-FR', 'source except visiteurs'],
    ['Закрыт для посетителей', 'ru-RU', 'source except посетителеи'],
    ['不對訪客開放', 'zh-TW', 'source except 訪客'],
    ['alleen vanuit het beheernetwerk', 'nl-NL', 'source only beheernetwerk'],
  ])('hears the limit of “%s” in %s', (text, locale, expected) => {
    expect(told(text, locale)).toEqual([expected])
  })

  it('hears each limit of a sentence, in any order', () => {
    expect(told('Only from the operator subnet, only to the depot')).toHaveLength(2)
    expect(told('Only from the operator subnet, except guests, not to the archive.')).toEqual(
      expect.arrayContaining([expect.stringContaining('except'), 'source only operator subnet']),
    )
  })

  it.each([
    'Used only for backups',
    'Only required if federation is used',
    'read only',
    'TCP only',
    'not encrypted',
    'limited to 100 sessions',
    'It is not used by clients',
    'Used for all media except video calls of the third kind',
  ])('hears no limit of an end in “%s”', (text) => {
    expect(told(text)).toEqual([])
  })

  it.each([
    ['只有與使用 Harbor Relay Pro 4 的夥伴進行同步時才必須使用', 'zh-TW'],
    ['仅在与运行 Harbor Relay Pro 4 的合作伙伴同步时必须使用', 'zh-CN'],
    ['Harbor Relay Pro 4 を実行するパートナーとの同期にのみ', 'ja-JP'],
  ])(
    'takes no sentence for short because its script has no spaces and its names have: “%s”',
    (text, locale) => {
      expect(told(text, locale)).toEqual([])
    },
  )
})

describe('what restricts in words that no template has', () => {
  it.each([
    ['Visitors must never connect to this port.', 'en'],
    ['Contractors-only', 'en'],
    ['Bound to the loopback adapter only', 'en'],
    ['Whitelist the jump host.', 'en'],
    ['Die Nutzung ist auf Mitarbeiter beschränkt.', 'de-DE'],
    ['Besucher dürfen diesen Port nicht erreichen.', 'de-DE'],
    ['Seuls les techniciens s’y connectent.', 'fr-FR'],
    ['Uso exclusivo de la red interna', 'es-ES'],
    ['Vietato agli ospiti: accesso non consentito ai visitatori', 'it-IT'],
    ['Uso restrito aos funcionários', 'pt-BR'],
    ['Dostęp mają wyłącznie pracownicy.', 'pl-PL'],
    ['Доступно исключительно сотрудникам.', 'ru-RU'],
    ['社員しかアクセスできません。', 'ja-JP'],
    ['限员工访问。仅限机房', 'zh-CN'],
    ['訪客不得存取此連接埠', 'zh-TW'],
    ['직원 외에는 접속 금지', 'ko-KR'],
    ['الوصول مقصور على الموظفين', 'ar-SA'],
    ['Chỉ nhân viên được truy cập.', 'vi-VN'],
    ['केवल कर्मचारियों के लिए', 'hi-IN'],
    ['เฉพาะพนักงานเท่านั้น', 'th-TH'],
    ['Vain työntekijöille', 'fi-FI'],
    ['Csak alkalmazottaknak', 'hu-HU'],
  ])('narrows an end by “%s” in %s', (text, locale) => {
    expect(limitsIn(text, locale).length).toBeGreaterThan(0)
  })

  it.each([
    ['Only from Tuesday to Thursday.', 'en'],
    ['Except during the nightly run', 'en'],
    ['Only from release 7', 'en'],
    ['Sauf le mercredi', 'fr-FR'],
    ['Salvo los miércoles', 'es-ES'],
    ['水曜日を除く', 'ja-JP'],
    ['周三除外', 'zh-CN'],
    ['Кроме среды', 'ru-RU'],
    ['Z wyjątkiem środy', 'pl-PL'],
    ['Limited to 40 sessions', 'en'],
    ['Except in January', 'fa-IR'],
    ['Only from release 7', 'en-us-uk'],
  ])('takes “%s” in %s for no machine, and says that it is unclear', (text, locale) => {
    expect(limitsIn(text, locale)).toEqual([])
    expect(unclearLimitIn(text, locale)).not.toBeNull()
  })

  it.each([
    ['A read-only view of the queue', 'en'],
    ['TCP only', 'en'],
    ['Users cannot sign in if this port is blocked.', 'en'],
    ['Data of the users is not encrypted.', 'en'],
    ['Le port n’est pas chiffré.', 'fr-FR'],
    ['Utilisé pour des tâches telles que les sauvegardes des clients', 'fr-FR'],
    ['Los clientes cambian al menos la contraseña', 'es-ES'],
    ['読み取り専用の画面', 'ja-JP'],
    ['删除旧的会话', 'zh-CN'],
    ['더 이상 암호화하지 않음', 'ko-KR'],
  ])('hears no limit in “%s” in %s', (text, locale) => {
    expect(limitsIn(text, locale)).toEqual([])
    expect(unclearLimitIn(text, locale)).toBeNull()
  })

  it('hears “only” in two words of French, with others between', () => {
    const [limit] = limitsIn('Ce port n’est ouvert la nuit que pour les administrateurs', 'fr-FR')
    expect(limit?.kind).toBe('only')
  })

  it('hears both limits that “and” joins, and all members of a list', () => {
    expect(told('Only from the paint shop and only to the depot')).toEqual([
      'source only paint shop',
      'destination only depot',
    ])
    expect(told('Only from the kiosk, the till and the gate')).toEqual([
      'source only kiosk, the till, the gate',
    ])
    expect(told('キオスク、レジ、ゲートからのみ', 'ja-JP')).toEqual(['source only キオスク, レジ, ゲート'])
  })

  it('takes those to whom something is open for those who come', () => {
    expect(told('Open to contractors only')).toEqual(['source only contractors'])
    expect(told('Source must be 10.9.0.0/16')).toEqual(['source only 10.9.0.0/16'])
    expect(told('Quelle: Leitnetz', 'de-DE')).toEqual(['source only leitnetz'])
  })

  it('says what restricts behind what is read of a long text', () => {
    const long = 'This line carries levels of the gauges. '.repeat(60)
    expect(unclearLimitIn(`${long}Only from the lock house.`, 'en')).toBe('Only from the lock house.')
    expect(unclearLimitIn(`${long}It carries them to the weir.`, 'en')).toBeNull()
  })

  it('reads words that characters without width part', () => {
    expect(told('On\u200bly from gu\u2060ests')).toEqual(['source only guests'])
  })
})
