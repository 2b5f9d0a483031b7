import {describe, expect, it} from 'vitest'
import {diffTopics} from '../../src/compare/diff.ts'
import {diffLines} from '../../src/compare/render.ts'
import {diffWords} from '../../src/site/compare/diff-words.ts'
import {testReader} from '../support/reader.ts'
import {endpoint, ports, topicRule} from '../support/rules.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'
import {topicOf} from '../support/topic-of.ts'

const kb = tinyKnowledgeBase()
const a = topicOf('a', [
  topicRule({ports: ports([443, 443])}),
  topicRule({ports: ports([80, 80])}),
  topicRule({ports: ports([53, 53]), requirement: 'optional'}, {side: 'internal'}),
])
const b = topicOf('b', [
  topicRule({ports: ports([443, 444]), source: endpoint('director')}),
  topicRule({ports: ports([80, 80])}),
  topicRule(
    {ports: ports([9, 9]), sourcePorts: ports([1024, 65535]), destination: endpoint('any')},
    {side: null},
  ),
])
const linesIn = (locale: string, all = false) =>
  diffLines('A, B', diffTopics(a, b), diffWords(testReader(kb, locale)), all).map((line) =>
    line.replaceAll('\u00a0', ' '),
  )

describe('src/compare/render.ts', () => {
  it('says the sum, then each rule that differs under its interface', () => {
    expect(linesIn('en')).toMatchInlineSnapshot(`
      [
        "A, B",
        "1 rule to open, 1 to close, 1 to change, 1 unchanged.",
        "External interface",
        "~ 443, TCP, SIP, TLS (Access): Any → Access Edge",
        "    Ports: 443 → 443-444 (opens 444)",
        "    Source: Any → Director",
        "Internal interface",
        "- 53, TCP, SIP, TLS (Access): Any → Access Edge (optional)",
        "Rules",
        "+ 9, TCP, SIP, TLS (Access): Any → Any; Source ports: 1024-65535",
      ]
    `)
  })

  it('says the same in other languages', () => {
    expect([linesIn('fr-FR'), linesIn('ja-JP'), linesIn('zh-TW')]).toMatchInlineSnapshot(`
      [
        [
          "A, B",
          "1 règle à ouvrir, 1 à fermer, 1 à modifier, 1 inchangée.",
          "Interface externe",
          "~ 443, TCP, SIP, TLS (Access) : N’importe lequel → Edge d’accès",
          "    Ports : 443 → 443-444 (ouvre 444)",
          "    Source : N’importe lequel → Directeur",
          "Interface interne",
          "- 53, TCP, SIP, TLS (Access) : N’importe lequel → Edge d’accès (facultatif)",
          "Règles",
          "+ 9, TCP, SIP, TLS (Access) : N’importe lequel → N’importe lequel; Ports source : 1024-65535",
        ],
        [
          "A, B",
          "開く規則 1 件、閉じる規則 1 件、変更する規則 1 件、変わらない規則 1 件。",
          "外部インターフェイス",
          "~ 443, TCP, SIP, TLS (Access)：任意 → アクセス エッジ",
          "    ポート：443 → 443-444 (444 を開く)",
          "    送信元：任意 → ディレクター",
          "内部インターフェイス",
          "- 53, TCP, SIP, TLS (Access)：任意 → アクセス エッジ (省略可能)",
          "規則",
          "+ 9, TCP, SIP, TLS (Access)：任意 → 任意; 送信元ポート：1024-65535",
        ],
        [
          "A, B",
          "需開放 1 條規則，關閉 1 條，變更 1 條，1 條不變。",
          "外部介面",
          "~ 443, TCP, SIP, TLS (Access)：任何 → 存取 Edge",
          "    連接埠：443 → 443-444 (開放 444)",
          "    來源：任何 → Director",
          "內部介面",
          "- 53, TCP, SIP, TLS (Access)：任何 → 存取 Edge (選用)",
          "規則",
          "+ 9, TCP, SIP, TLS (Access)：任何 → 任何; 來源連接埠：1024-65535",
        ],
      ]
    `)
  })

  it('shows rules that stay when they are asked for', () => {
    const more = linesIn('en', true).filter((line) => !linesIn('en').includes(line))
    expect(more).toEqual(['  80, TCP, SIP, TLS (Access): Any → Access Edge'])
  })
})
