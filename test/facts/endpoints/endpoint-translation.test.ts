import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {endpointCatalogue} from '../../../src/facts/endpoints/endpoint-catalogue.ts'
import {parseEndpointName} from '../../../src/facts/endpoints/endpoint-translation.ts'
import {endpointVocabulary} from '../../../src/facts/endpoints/endpoint-vocabulary.ts'
import {parseEndpoint} from '../../../src/facts/endpoints/endpoints.ts'
import {inLanguage} from '../../../src/facts/vocabulary/vocabularies.ts'
import {knownLocales, localeData} from '../../../src/languages/languages.ts'
import {endpointKey} from '../../../src/model/topic-rules.ts'
import {cellText} from '../../support/cells.ts'

const key = (text: string, locale: string): string | null => {
  const read = parseEndpointName(text, locale)
  return read && endpointKey(read)
}
const english = (text: string): string => endpointKey(parseEndpoint(text))

describe('src/facts/endpoints/endpoint-translation.ts', () => {
  it('reads every name of the catalogue in its language as its own endpoint', () => {
    for (const {id, names} of endpointCatalogue().endpoints)
      for (const locale of ['zh-TW', 'ja-JP', 'fr-FR', 'de-DE'])
        if (id !== 'several')
          expect([locale, id, parseEndpointName(names[locale] ?? '', locale)?.id]).toEqual([locale, id, id])
  })

  it.each([
    ['Access Edge service public IP address', 'zh-TW', '存取邊緣服務的公用 IP 位址'],
    ['Access Edge service public IP address', 'zh-TW', 'Access Edge 服務公用 IP 位址'],
    ['Access Edge service public IP address', 'ja-JP', 'アクセスエッジサービスのパブリック IP アドレス'],
    ['Access Edge service public IP address', 'fr-FR', 'Adresse IP publique du service Edge d’accès'],
    ['Access Edge service public IP address', 'de-DE', 'Öffentliche IP-Adresse des Zugriffs-Edgediensts'],
    ['Edge Server internal interface', 'zh-TW', 'Edge 伺服器內部介面'],
    ['Edge Server internal interface', 'ja-JP', 'エッジ サーバーの内部インターフェイス'],
    ['Edge Server internal interface', 'fr-FR', 'Chaque interface interne du serveur Edge'],
    ['Edge Server internal interface', 'de-DE', 'Interne Schnittstelle des Edgeservers'],
    ['Director load balancer', 'zh-TW', 'Director 負載平衡器'],
    ['Director load balancer', 'ja-JP', 'ディレクターのロード バランサー'],
    ['Director load balancer', 'fr-FR', 'Équilibreur de charge du directeur'],
    ['Front End Server that runs collocated Mediation Server', 'zh-TW', '也執行組合中繼伺服器的前端伺服器'],
    [
      'Front End Server that runs collocated Mediation Server',
      'ja-JP',
      '併置された仲介サーバーを実行するフロントエンドサーバー',
    ],
    [
      'Front End Server that runs collocated Mediation Server',
      'fr-FR',
      'Serveur frontal qui exécute un serveur de médiation colocalisé',
    ],
    ['Director, Director pool or Front End Server', 'zh-TW', 'Director、Director 集區或前端伺服器'],
    [
      'Director, Director pool or Front End Server',
      'ja-JP',
      'ディレクター、ディレクター プールまたはフロントエンド サーバー',
    ],
    [
      'Director, Director pool or Front End Server',
      'fr-FR',
      'Directeur, pool de directeurs ou serveur frontal',
    ],
    [
      'Any (can be defined as Director or Front End pool IP address)',
      'zh-TW',
      '任何 (可定義為 Director 或前端集區 IP 位址)',
    ],
    [
      'Any (such as Front End pool or Director)',
      'ja-JP',
      '任意 (フロントエンド プール、または次のディレクター)',
    ],
    [
      'Any (can be defined as Director or Front End pool IP address)',
      'fr-FR',
      'Indifférente (définissable en tant que directeur ou adresse IP de pool frontal)',
    ],
    [
      'Access Edge service public IP address',
      'es-ES',
      'Dirección IP pública del servicio perimetral de acceso',
    ],
    ['Edge Server internal interface', 'es-ES', 'Interfaz interna del servidor perimetral'],
    ['Director load balancer', 'es-ES', 'Equilibrador de carga del director'],
    ['Access Edge service public IP address', 'it-IT', 'Indirizzo IP pubblico del servizio Access Edge'],
    ['Edge Server internal interface', 'it-IT', 'Interfaccia interna del server perimetrale'],
    ['Front End Server', 'it-IT', 'Server front-end'],
    ['Access Edge service public IP address', 'pt-BR', 'Endereço IP público do serviço de borda de acesso'],
    ['Edge Server internal interface', 'pt-BR', 'Interface interna do servidor de borda'],
    ['Front End pool', 'pt-BR', 'Pool de servidores front-end'],
    ['Access Edge service public IP address', 'ko-KR', '액세스 에지 서비스 공용 IP 주소'],
    ['Edge Server internal interface', 'ko-KR', '에지 서버 내부 인터페이스'],
    ['Front End Server load balancer', 'ko-KR', '프런트 엔드 서버의 부하 분산 장치'],
    ['Access Edge service public IP address', 'ru-RU', 'Общедоступный IP-адрес пограничной службы доступа'],
    ['Edge Server internal interface', 'ru-RU', 'Внутренний интерфейс пограничного сервера'],
    ['Mediation Server', 'ru-RU', 'Серверы-посредники'],
    ['Access Edge service public IP address', 'zh-CN', '访问边缘服务公用 IP 地址'],
    ['Front End pool', 'zh-CN', '前端池'],
  ])('reads “%s” from its %s “%s”', (source, locale, target) => {
    expect(key(target, locale)).toBe(english(source))
  })

  it.each([
    ['ja-JP', 'フロントエンド サーバーなど'],
    ['zh-TW', '台'],
    ['zh-TW', '未知伺服器的前端伺服器'],
    ['fr-FR', 'Serveur frontal ou machine inconnue'],
    ['fr-FR', 'Relais quantique du troisième type'],
    ['ja-JP', '仲介サーバーのロード バランサー (未知)'],
    ['xx', ''],
    ['xx', '前端伺服器'],
  ])('guesses nothing in %s from “%s”', (locale, text) => {
    expect(parseEndpointName(text, locale)).toBeNull()
  })

  it('reads a cell that was left in another language, but no cell of its own writing', () => {
    const french = 'Adresse IP publique du service Edge d’accès'
    expect(key(french, 'zh-TW')).toBe(english('Access Edge service public IP address'))
    expect(key('前端伺服器', 'ja-JP')).toBeNull()
    expect(key('Interne Schnittstelle des Edgeservers', 'fr-FR')).toBeNull()
  })

  it('keeps apart what differs in meaning', () => {
    const texts = [
      '前端伺服器',
      '前端集區',
      '前端伺服器負載平衡器',
      '內部 Edge Server',
      'Edge Server',
      '存取邊緣服務',
      '存取邊緣服務公用 IP',
      '存取邊緣服務私人 IP',
    ]
    expect(new Set(texts.map((text) => key(text, 'zh-TW'))).size).toBe(texts.length)
  })

  it('knows the English of every word that a locale gives for names', () => {
    const known = new Set<string>(
      [...endpointVocabulary().endpoints, ...endpointVocabulary().qualifiers]
        .flatMap(({patterns}) => patterns)
        .flatMap((pattern) => pattern.replace(/=>.*/, '').toLowerCase().split(/[ /]/)),
    )
    const said = knownLocales.flatMap((locale) => [
      ...Object.keys(localeData(locale).endpointWords ?? {}),
      ...inLanguage(locale).flatMap(({words}) => Object.keys(words)),
    ])
    const unknown = said.filter(
      (name) =>
        !name.startsWith('skip') &&
        !name
          .toLowerCase()
          .split(/[ /]/)
          .every((word) => known.has(word) || known.has(word.replace(/e?s$/, ''))),
    )
    expect(unknown).toEqual([])
  })

  it('answers any text in any language, with an endpoint of the catalogue or nothing', () => {
    const ids = new Set(endpointCatalogue().endpoints.map(({id}) => id))
    fc.assert(
      fc.property(cellText, fc.constantFrom(...knownLocales, 'xx-YY'), (text, locale) => {
        const read = parseEndpointName(text, locale)
        if (read !== null) for (const id of [read.id, ...read.alternatives]) expect(ids.has(id)).toBe(true)
      }),
    )
  })

  it.each([
    ['ja-JP', '任意（インターネットを除く）'],
    ['ja-JP', '任意 (ディレクターを除く)'],
    ['zh-TW', '任何（網際網路除外）'],
    ['zh-TW', '除了網際網路以外'],
    ['fr-FR', 'Toutes (sauf Internet)'],
  ])('in %s, “%s” is neither any nor what it excepts', (locale, text) => {
    expect(parseEndpointName(text, locale)).toBeNull()
  })
})
