/** Right translations of kinds that checks once took for errors. */
import {describe, expect, it} from 'vitest'
import {checkUnits} from '../../../src/reconcile/engine/check-units.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'

const found = (locale: string, source: string, target: string, human?: string): string[] => {
  const reference = {
    ...{locale, source, target: human ?? '', human: true},
    ...{edition: 'h', unit: 'h', cell: null, place: null},
  }
  const references = human === undefined ? [] : [reference]
  const context = buildContext({references, termbase: new Map(), decisions: new Map()})
  return checkUnits([{id: 'u', locale, source, target, header: false}], context).map(
    ({check, message}) => `${check}: ${message}`,
  )
}

describe('right cells', () => {
  it.each([
    ['ko-KR', 'The lamp of the kiln (not drawn)', '가마의 램프(그림에 표시 안 됨)'],
    ['ko-KR', 'You create lamps by hand.', '램프는 손으로 만듭니다.'],
    ['ko-KR', 'Files of the Kiln Lamp Union (KLU)', 'KLU(Kiln Lamp Union) 파일'],
    ['es-ES', 'An agent against spam', 'Un agente contra el correo no deseado'],
    ['fr-FR', 'A filter of junk', 'Un filtre de ce qui n’est pas sollicité'],
    ['nl-NL', 'Forty lifts', '40 liften'],
    ['cs-CZ', 'Two hundred and fifty scales', '250 vah'],
    ['tr-TR', 'Up to sixty thousand meters', 'En fazla 60.000 sayaç'],
    ['ja-JP', 'Twenty thousand meters', '2 万台のメーター'],
    ['ko-KR', 'A module with 16 GB of memory', '16GB 메모리를 갖춘 모듈'],
    ['th-TH', 'A link of 10 Gbps', 'ลิงก์ 10Gbps'],
    ['ja-JP', 'Keep 1,500 MB free', '1,500MB を空けておく'],
    ['zh-CN', 'A limit of 10,000 KB', '限制为 10,000KB'],
    ['fr-FR', 'Wait 30 s', 'Attendre 30s'],
    ['de-DE', 'The cache holds 2,000 KB', 'Der Cache fasst 2.000KB'],
    [
      'cs-CZ',
      "Traffic to the lift is encrypted; traffic from it isn't",
      'Provoz k výtahu je šifrovaný, provoz od něj nikoli',
    ],
    ['de-DE', 'Not used on kiosks', 'Entfällt bei Kiosken'],
    ['nb-NO', 'Only for kiosks', 'Bare for kiosker'],
    ['pl-PL', 'Scales of open source', 'Wagi typu open source'],
    ['uk-UA', 'The source of the lift program', 'Вихідний код програми ліфта'],
    ['cs-CZ', 'From the source to the destination', 'Od zdroje k cíli'],
    ['fr-FR', 'No fewer than 4 lifts', 'Au moins 4 ascenseurs'],
    ['ru-RU', 'No more than 4 lifts', 'Не более 4 лифтов'],
    ['ja-JP', 'No more than 4 lifts', '4 台以下のリフト'],
  ])('write numbers in digits and measures in one word, and deny by a verb (%s: %s)', (...texts) => {
    expect(found(...texts)).toEqual([])
  })

  it.each([
    ['es-ES', 'Up to thirty lifts', 'Hasta 30 ascensores', 'Hasta treinta ascensores'],
    ['it-IT', 'Up to thirty lifts', 'Fino a trenta ascensori', 'Fino a 30 ascensori'],
    [
      'es-ES',
      'Closed unless the hatch is open',
      'Cerrado, a menos que la trampilla esté abierta',
      'Cerrado excepto si la trampilla está abierta',
    ],
    [
      'ru-RU',
      'The scale sends weights to the till',
      'Вес отправляется весами на кассу',
      'Весы отправляют вес на кассу',
    ],
    [
      'uk-UA',
      'The lift sends alarms to the console',
      'Тривоги надсилаються ліфтом на консоль',
      'Ліфт надсилає тривоги на консоль',
    ],
  ])('say otherwise than a human text what is the same (%s: %s)', (...texts) => {
    expect(found(...texts)).toEqual([])
  })

  it('keep the name of a product with its release, and one that people keep among their words', () => {
    expect(found('zh-TW', 'Harbor Server 2016', 'Harbor Server 2016')).toEqual([])
    expect(found('ru-RU', 'Harbor Service 4.2*', 'Harbor Service 4.2*')).toEqual([])
    expect(found('ko-KR', 'TLS (localhost)', 'TLS (localhost)')).toEqual([])
    expect(found('ja-JP', 'Tiny Server', 'Tiny Server')).toHaveLength(1)
    const references = [['Runs on Tiny Server', 'Tiny Server で実行']].map(([source = '', target = '']) => ({
      ...{locale: 'ja-JP', source, target, human: true},
      ...{edition: 'h', unit: 'h', cell: null, place: null},
    }))
    const context = buildContext({references, termbase: new Map(), decisions: new Map()})
    const unit = {id: 'u', locale: 'ja-JP', source: 'Tiny Server', target: 'Tiny Server', header: false}
    expect(checkUnits([unit], context)).toEqual([])
    const described = {...unit, source: 'Management Server', target: 'Management Server'}
    expect(checkUnits([described], context)).toHaveLength(1)
  })

  it.each([
    ['zh-CN', 'Moves from 4.4 to 5.0 of the relay', '从 4.x 版本的中继迁移至 5.0'],
    ['de-DE', 'Lifts with 6.x', 'Aufzüge mit 6.2'],
    ['zh-CN', 'Path of the private key of the lift', '电梯私钥的路径'],
    ['ja-JP', 'Path of the private key of the lift', 'リフトの秘密鍵のパス'],
    ['zh-CN', 'Required', '必选'],
    ['zh-TW', 'Required', '必填'],
    [
      'zh-CN',
      'Alarms not read within the hour will be cleared.',
      '如果警报在一小时内没有被读取，将会被清除。',
    ],
    ['zh-CN', 'HTTP/HTTPS for lifts', '电梯使用 HTTP或HTTPS'],
    ['zh-CN', 'DevOps', '运维'],
    ['zh-CN', 'Name of the lift (optional)', '电梯名称（非必填）'],
    ['zh-TW', 'Name of the lift (optional)', '電梯名稱（選填）'],
    ['zh-CN', 'Names, separated by commas when there are multiple values', '名称，多个值用逗号分隔'],
    ['zh-CN', 'The period when old logs are deleted', '删除旧日志的间隔'],
    ['zh-CN', 'Hosts of all LiftNodes', '所有 LiftNode 的主机'],
    ['zh-CN', 'lift://demo.example/live：OK, found.', 'lift://demo.example/live：成功，已找到。'],
    [
      'zh-CN',
      'The `lift_one` room at `lift://demo.example/live/lift_one`.',
      '房间在 `lift://demo.example/live/lift_one`。',
    ],
    ['zh-CN', 'The weight of a lift, default value is ten.', '电梯的重量，如果没有此设置，默认值是 10。'],
    ['zh-CN', 'Path of the list, e.g. lift://name/etc/users.', '列表的路径，例如 lift://name/etc/users。'],
  ])('tell releases, keys and what is required in the words of their language (%s: %s)', (...texts) => {
    expect(found(...texts)).toEqual([])
  })

  it('are not what another English text once had beside them, nor what is that text but for a space', () => {
    const pairs = [
      ...Array.from({length: 8}, () => ['Subscriber', '网关用户']),
      ['Gateway user', '网关用户'],
      ['Proxy server', '代理服务器'],
      ['Proxyserver', '代理服务器'],
    ]
    const references = pairs.map(([source = '', target = ''], index) => ({
      ...{locale: 'zh-CN', source, target, human: true},
      ...{edition: `h${index}`, unit: `h${index}`, cell: null, place: null},
    }))
    const context = buildContext({references, termbase: new Map(), decisions: new Map()})
    const units = references.map(({source, target, unit}) => ({
      ...{id: unit, locale: 'zh-CN', source, target, header: false, edition: unit},
    }))
    const findings = checkUnits(units, context).filter(({check}) => check === 'other-cell')
    expect(findings.map(({unit}) => unit)).not.toContain('h0')
    expect(findings.map(({unit}) => unit)).not.toContain('h10')
  })

  it('leave what is another number or another measure to the checks', () => {
    expect(found('nl-NL', 'Forty lifts', '14 liften')).not.toEqual([])
    expect(found('ko-KR', 'A module with 16 GB of memory', '8GB 메모리를 갖춘 모듈')).not.toEqual([])
    expect(
      found('ru-RU', 'The lift calls the console.', 'Консоль вызывает лифт.', 'Лифт вызывает консоль.'),
    ).not.toEqual([])
  })
})
