import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {connectionIn} from '../../../src/facts/direction/connection.ts'

const told = (text: string, locale: string): string | null => {
  const found = connectionIn(text, locale)
  return found === null ? null : `${found.source} ${found.both ? '<>' : '>'} ${found.destination}`
}

describe('src/facts/direction/connection.ts', () => {
  it.each([
    ['en', 'Console → Depot', 'Console > Depot'],
    ['en', 'Console -- > Depot', 'Console > Depot'],
    ['en', 'Depot <-- Console', 'Console > Depot'],
    ['en', 'Depot &lt; -- &gt; Console', 'Depot <> Console'],
    ['en', 'Ports: Console ⇒ Depot', 'Console > Depot'],
    ['en', 'From the media agents to the index server', 'media agents > index server'],
    ['en', 'Ports used from clients to the broker', 'clients > broker'],
    ['en', 'Agent to collector', 'Agent > collector'],
    ['en', 'Between site servers and consoles', 'site servers <> consoles'],
    ['de-DE', 'Vom Agenten zum Server', 'Agenten > Server'],
    ['fr-FR', 'Du client vers le serveur', 'client > serveur'],
    ['es-ES', 'Del agente al servidor', 'agente > servidor'],
    ['ja-JP', 'コンソールからサーバーへの通信', 'コンソール > サーバー'],
    ['zh-TW', '從用戶端到伺服器', '用戶端 > 伺服器'],
    ['zh-CN', '客户端到服务器', '客户端 > 服务器'],
    ['en', 'Introduction to networking', null],
    ['en', 'How to connect', null],
    ['en', 'Access to the database', null],
    ['en', 'Ports from 1024 to 65535', null],
    ['en', 'A → B → C', null],
    ['en', '→', null],
  ])('reads in %s: %s as %s', (locale, text, expected) => {
    expect(told(text, locale)).toBe(expected)
  })

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({maxLength: 300}), (text) => connectionIn(text, 'ja-JP') !== undefined))
  })
})
