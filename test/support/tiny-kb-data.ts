/** Rows of the tiny knowledge base: facts once, then what each language says. Wording is the project's own. */
import type {Endpoint, PortRange, Requirement, Security, Transport} from '../../src/model/schema.ts'

/** One text in all languages of the tiny knowledge base. */
export type Words = Record<'en' | 'fr-FR' | 'ja-JP' | 'zh-TW', string>

export const tinyLocales = ['fr-FR', 'ja-JP', 'zh-TW'] as const
export type TinyLocale = (typeof tinyLocales)[number]

/** One rule: `[role, protocol, security, transports, range, source, destination, requirement, note]`. */
export type TinyRow = [
  string | null,
  string,
  Security | null,
  Transport[],
  PortRange,
  string,
  string,
  Requirement,
  Words,
]

const words = (en: string, fr: string, ja: string, zh: string): Words => ({
  en,
  'fr-FR': fr,
  'ja-JP': ja,
  'zh-TW': zh,
})

export const headerWords = {
  path: words(
    'Role/Protocol/Transport/Port',
    'Rôle/Protocole/Transport/Port',
    '役割/プロトコル/トランスポート/ポート',
    '角色/通訊協定/傳輸/連接埠',
  ),
  source: words('Source', 'Source', '送信元', '來源'),
  destination: words('Destination', 'Destination', '宛先', '目的地'),
  notes: words('Notes', 'Remarques', 'メモ', '附註'),
}

export const headingWords = {
  external: words('External interface', 'Interface externe', '外部インターフェイス', '外部介面'),
  internal: words('Internal interface', 'Interface interne', '内部インターフェイス', '內部介面'),
}

export const roleWords: Record<string, Words> = {
  Access: words('Access', 'Accès', 'アクセス', '存取'),
  'A/V': words('A/V', 'A/V', 'A/V', 'A/V'),
  'Web Conferencing': words('Web Conferencing', 'Conférence web', 'Web 会議', 'Web 會議'),
}

type TinyEndpoint = Omit<Endpoint, 'names'> & {names: Words}

const endpoint = (id: string, zone: Endpoint['zone'], names: Words): TinyEndpoint => ({
  id,
  zone,
  names,
})

export const tinyEndpoints: TinyEndpoint[] = [
  endpoint(
    'access-edge',
    'edge-external',
    words('Access Edge', 'Edge d’accès', 'アクセス エッジ', '存取 Edge'),
  ),
  endpoint('any', 'unknown', words('Any', 'N’importe lequel', '任意', '任何')),
  endpoint('av-edge', 'edge-external', words('A/V Edge', 'Edge A/V', '音声ビデオ エッジ', 'A/V Edge')),
  endpoint('director', 'internal', words('Director', 'Directeur', 'ディレクター', 'Director')),
  endpoint(
    'edge-internal',
    'edge-internal',
    words(
      'Edge internal interface',
      'Interface interne Edge',
      'エッジの内部インターフェイス',
      'Edge 內部介面',
    ),
  ),
  endpoint(
    'front-end-pool',
    'internal',
    words('Front End pool', 'Pool frontal', 'フロント エンド プール', '前端集區'),
  ),
  endpoint('web-edge', 'edge-external', words('Web Edge', 'Edge web', 'Web エッジ', 'Web Edge')),
]

const sip = words(
  'Sign-in and chat of users outside the office',
  'Connexion et messagerie des utilisateurs hors du bureau',
  '社外ユーザーのサインインとチャット',
  '公司外使用者的登入與聊天',
)
const partners = words(
  'Messages to and from partner organizations',
  'Messages échangés avec les organisations partenaires',
  'パートナー組織とのメッセージ',
  '與夥伴組織往來的訊息',
)
const names = words(
  'Optional: name lookups over TCP',
  'Facultatif : résolution de noms sur TCP',
  '省略可能: TCP での名前解決',
  '選用：透過 TCP 的名稱查詢',
)
const media = words(
  'Voice and video relayed for callers behind NAT',
  'Voix et vidéo relayées pour les appelants derrière un NAT',
  'NAT の内側にいる発信者の音声とビデオの中継',
  '為 NAT 後方的通話者轉送語音和視訊',
)
const slides = words(
  'Shared slides for guests of a meeting',
  'Diapositives partagées avec les invités d’une réunion',
  '会議の招待者に共有するスライド',
  '與會議來賓共用的投影片',
)
const range = words(
  'Not needed when all partners run version 2010 or later',
  'Inutile si tous les partenaires ont la version 2010 ou ultérieure',
  'すべてのパートナーがバージョン 2010 以降なら不要',
  '若所有夥伴都使用 2010 或更新版本則不需要',
)
const copy = words(
  'Copies configuration to the edge',
  'Copie la configuration vers le serveur Edge',
  'エッジに構成をコピーする',
  '將設定複製到 Edge',
)

/** Rows of the two tables of each topic. */
export const tinyRows: Record<'external' | 'internal', TinyRow[]> = {
  external: [
    ['Access', 'SIP', 'TLS', ['tcp'], [443, 443], 'any', 'access-edge', 'required', sip],
    ['Access', 'SIP', 'MTLS', ['tcp'], [5061, 5061], 'any', 'access-edge', 'required', partners],
    ['Access', 'DNS', null, ['tcp'], [53, 53], 'access-edge', 'any', 'optional', names],
    ['A/V', 'STUN', null, ['udp'], [3478, 3478], 'any', 'av-edge', 'required', media],
    ['A/V', 'RTP', null, ['udp'], [50000, 59999], 'any', 'av-edge', 'legacy', range],
    ['Web Conferencing', 'PSOM', 'TLS', ['tcp'], [443, 443], 'any', 'web-edge', 'required', slides],
  ],
  internal: [
    [null, 'SIP', 'MTLS', ['tcp'], [5061, 5061], 'director', 'edge-internal', 'required', partners],
    [null, 'SIP', 'MTLS', ['tcp'], [5061, 5061], 'edge-internal', 'director', 'required', sip],
    [null, 'PSOM', 'MTLS', ['tcp'], [8057, 8057], 'front-end-pool', 'edge-internal', 'required', slides],
    [null, 'STUN', null, ['udp'], [3478, 3478], 'front-end-pool', 'edge-internal', 'required', media],
    [null, 'STUN', null, ['tcp'], [443, 443], 'front-end-pool', 'edge-internal', 'conditional', media],
    [null, 'HTTPS', null, ['tcp'], [4443, 4443], 'front-end-pool', 'edge-internal', 'required', copy],
  ],
}

/** The second topic has no conferencing and another federation port. */
export const partnerRows: Record<'external' | 'internal', TinyRow[]> = {
  external: [
    [null, 'XMPP', null, ['tcp'], [5269, 5269], 'any', 'access-edge', 'required', partners],
    [null, 'XMPP', null, ['tcp'], [5269, 5269], 'access-edge', 'any', 'required', partners],
    ...tinyRows.external.slice(0, 4),
  ],
  internal: [
    [null, 'XMPP', 'MTLS', ['tcp'], [23456, 23456], 'any', 'edge-internal', 'required', partners],
    ...tinyRows.internal.slice(0, 5),
  ],
}

export const titles = {
  'edge-with-nat': words(
    'Ports of one edge behind NAT',
    'Ports d’un Edge derrière un NAT',
    'NAT の内側にあるエッジのポート',
    'NAT 後方單一 Edge 的連接埠',
  ),
  'partner-chat': words(
    'Ports for chat with partners',
    'Ports pour la messagerie avec les partenaires',
    'パートナーとのチャット用ポート',
    '與夥伴聊天的連接埠',
  ),
}
