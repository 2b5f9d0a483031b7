import {describe, expect, it} from 'vitest'
import {direction} from '../../../src/reconcile/checks/direction.ts'
import {opposite} from '../../../src/reconcile/checks/opposite.ts'
import {ask, problemsOf} from '../../../src/reconcile/engine/ask.ts'
import {emptyContext} from '../../../src/reconcile/engine/context.ts'

const said = (locale: string, source: string, target: string): string[] => {
  const asked = ask({id: 'u', locale, source, target, header: false}, emptyContext)
  return asked === null
    ? []
    : problemsOf(asked, [direction, opposite]).map(
        ({check, problem}) => `${check.id} ${problem.severity ?? check.severity}`,
      )
}

/** A language, a right rendering, and one with its ends the other way round or open. */
type Pair = [locale: string, right: string, wrong: string]

const tables: {source: string; report: string; pairs: Pair[]}[] = [
  {
    source: 'Alarms from the gateway to the server',
    report: 'direction major',
    pairs: [
      ['de-DE', 'Alarme vom Gateway zum Server', 'Alarme zwischen Gateway und Server'],
      ['fr-FR', 'Alarmes de la passerelle vers le serveur', 'Alarmes entre la passerelle et le serveur'],
      [
        'es-ES',
        'Alarmas de la puerta de enlace al servidor',
        'Alarmas entre la puerta de enlace y el servidor',
      ],
      ['it-IT', 'Allarmi dal gateway al server', 'Allarmi fra il gateway e il server'],
      ['ru-RU', 'Сигналы от шлюза к серверу', 'Сигналы между шлюзом и сервером'],
      ['ja-JP', 'ゲートウェイからサーバーへのアラーム', 'ゲートウェイとサーバーの間のアラーム'],
      ['zh-TW', '閘道至伺服器的警示', '閘道與伺服器之間的警示'],
    ],
  },
  {
    source: 'Moved to port 7301',
    report: 'direction critical',
    pairs: [
      ['de-DE', 'Auf Port 7301 verlegt', 'Von Port 7301 verlegt'],
      ['fr-FR', 'Déplacé vers le port 7301', 'Déplacé depuis le port 7301'],
      ['es-ES', 'Trasladado al puerto 7301', 'Trasladado desde el puerto 7301'],
      ['ja-JP', 'ポート 7301 に移行', 'ポート 7301 から移行'],
      ['zh-CN', '移至端口 7301', '从端口 7301 移来'],
    ],
  },
  {
    source: 'Replaced by port 7301',
    report: 'opposite critical',
    pairs: [
      ['de-DE', 'Durch Port 7301 ersetzt', 'Ersetzt Port 7301'],
      ['fr-FR', 'Remplacé par le port 7301', 'Remplace le port 7301'],
      ['it-IT', 'Sostituita dalla porta 7301', 'Sostituisce la porta 7301'],
      ['pt-BR', 'Substituída pela porta 7301', 'Substitui a porta 7301'],
      ['ru-RU', 'Заменён портом 7301', 'Заменяет порт 7301'],
      ['ja-JP', 'ポート 7301 に置き換え', 'ポート 7301 を置き換え'],
      ['zh-TW', '由連接埠 7301 取代', '取代連接埠 7301'],
      ['ko-KR', '포트 7301로 대체', '포트 7301을 대체'],
    ],
  },
  {
    source: 'Use port 7301 instead.',
    report: 'opposite critical',
    pairs: [
      ['de-DE', 'Stattdessen Port 7301 nutzen.', 'Anstelle von Port 7301 nutzen.'],
      ['fr-FR', 'Utilisez le port 7301 à la place.', 'À utiliser au lieu du port 7301.'],
      ['es-ES', 'En su lugar, use el puerto 7301.', 'Úselo en vez del puerto 7301.'],
      ['pt-BR', 'Em vez disso, use a porta 7301.', 'Use em vez da porta 7301.'],
      ['ru-RU', 'Вместо этого используйте порт 7301.', 'Используйте вместо порта 7301.'],
      ['ja-JP', '代わりにポート 7301 を使います。', 'ポート 7301 の代わりに使います。'],
    ],
  },
]

describe('src/reconcile/checks/direction.ts and opposite.ts', () => {
  for (const {source, report, pairs} of tables) {
    it(`tells right renderings of “${source}” from those that leave it open or turn it round`, () => {
      for (const [locale, right, wrong] of pairs) {
        expect([right, said(locale, source, right)]).toEqual([right, []])
        expect([wrong, said(locale, source, wrong)]).toEqual([wrong, [report]])
      }
    })
  }

  it('lets “between” stand where the English leaves the direction open as well', () => {
    expect(
      said('fr-FR', 'Alarms between the gateway and the server', 'Alarmes entre la passerelle et le serveur'),
    ).toEqual([])
    expect(
      said('de-DE', 'Calls exchanged from the gateway to the server', 'Anrufe zwischen Gateway und Server'),
    ).toEqual([])
  })

  it('takes a “from” of another word for none of the number', () => {
    expect(said('fr-FR', 'Sent to port 7301', 'Envoyé au port de destination 7301')).toEqual([])
  })

  it('finds a lost “external” beside a word that the language has for nothing but people', () => {
    expect(said('zh-TW', 'External users', '使用者')).toEqual(['direction critical'])
  })
})

describe('src/reconcile/checks/actors.ts', () => {
  /** Right renderings, passives and other orders among them, and ones in which the one who is called calls. */
  const sentences: [source: string, locale: string, right: string[], wrong: string[]][] = [
    [
      'The client polls the gateway.',
      'de-DE',
      [
        'Der Client fragt das Gateway ab.',
        'Das Gateway wird vom Client abgefragt.',
        'Das Gateway fragt der Client ab.',
      ],
      ['Das Gateway fragt den Client ab.'],
    ],
    [
      'The relay server fetches updates from the client.',
      'de-DE',
      ['Der Relayserver holt Updates vom Client.', 'Der Client sendet Updates, die der Relayserver holt.'],
      ['Der Client holt Updates vom Relayserver.'],
    ],
    [
      'The client polls the gateway.',
      'fr-FR',
      ['Le client interroge la passerelle.', 'La passerelle est interrogée par le client.'],
      ['La passerelle interroge le client.'],
    ],
    [
      'Each agent contacts the management server.',
      'fr-FR',
      ['Chaque agent contacte le serveur de gestion.', 'Au serveur de gestion se connecte chaque agent.'],
      ['Le serveur de gestion contacte chaque agent.'],
    ],
    [
      'The client polls the gateway.',
      'es-ES',
      ['El cliente consulta la puerta de enlace.', 'A la puerta de enlace la consulta el cliente.'],
      ['La puerta de enlace consulta al cliente.'],
    ],
    [
      'The client polls the gateway.',
      'ja-JP',
      [
        'クライアントがゲートウェイを照会します。',
        'ゲートウェイはクライアントによって照会されます。',
        'ゲートウェイをクライアントが照会します。',
        'ゲートウェイにはクライアントが接続します。',
      ],
      ['ゲートウェイがクライアントを照会します。', 'ゲートウェイはクライアントに接続します。'],
    ],
    [
      'The client reports to the gateway.',
      'zh-TW',
      ['用戶端向閘道報告。', '向閘道報告的是用戶端。', '閘道由用戶端通知。'],
      ['閘道向用戶端報告。', '閘道會通知用戶端。'],
    ],
    [
      'The client polls the gateway.',
      'ko-KR',
      ['클라이언트가 게이트웨이를 조회합니다.', '게이트웨이를 클라이언트가 조회합니다.'],
      ['게이트웨이가 클라이언트를 조회합니다.'],
    ],
  ]

  it('finds who acts and whom it concerns in each other’s place, whatever order the language has', () => {
    for (const [source, locale, right, wrong] of sentences) {
      for (const text of right) expect([text, said(locale, source, text)]).toEqual([text, []])
      for (const text of wrong)
        expect([text, said(locale, source, text)]).toEqual([text, ['direction critical']])
    }
  })

  it('takes names for no sentences, and lets what is done be told by who lies, belongs or is needed', () => {
    const right: [locale: string, source: string, target: string][] = [
      ['zh-TW', 'Clients outside the domain', '網域外的用戶端'],
      ['zh-TW', 'The client ports of the gateway', '閘道的用戶端連接埠'],
      ['zh-TW', 'The server hosts the pool.', '集區位於伺服器上。'],
      ['fr-FR', 'The server hosts the pool.', 'Le pool se trouve sur le serveur.'],
      ['de-DE', 'The server hosts the pool.', 'Der Pool liegt auf dem Server.'],
      ['fr-FR', 'The service needs the agent.', 'L’agent est nécessaire au service.'],
      ['ja-JP', 'The service needs the agent.', 'エージェントがサービスに必要です。'],
      ['de-DE', 'The client sends data to the server.', 'Der Server erhält Daten vom Client.'],
    ]
    for (const [locale, source, target] of right)
      expect([target, said(locale, source, target)]).toEqual([target, []])
  })

  it.each([
    ['de-DE', 'Für Alarme zwischen Gateway und Server. Wechselt danach zu TLS.'],
    ['it-IT', 'Per gli allarmi tra il gateway e il server. Poi passa a TLS.'],
    ['ru-RU', 'Для сигналов между шлюзом и сервером. Затем переключается на TLS.'],
  ])('finds open ends beside another sentence that says “to” (%s)', (locale, target) => {
    const source = 'For alarms from the gateway to the server. Then switches to TLS.'
    expect(said(locale, source, target)).toEqual(['direction major'])
  })
})
