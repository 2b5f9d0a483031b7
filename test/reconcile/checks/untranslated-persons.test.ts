import {describe, expect, it} from 'vitest'
import {untranslated} from '../../../src/reconcile/checks/untranslated.ts'
import {ask} from '../../../src/reconcile/engine/ask.ts'
import {emptyContext} from '../../../src/reconcile/engine/context.ts'

const found = (locale: string, text: string, person: {personal: boolean; retold: boolean}): number => {
  const asked = ask({id: 'u', locale, source: text, target: text, header: false, ...person}, emptyContext)
  return asked === null ? 0 : untranslated.check(asked).length
}

const settings = {personal: true, retold: true}
const ports = {personal: true, retold: false}
const machine = {personal: false, retold: false}

describe('src/reconcile/checks/untranslated.ts, what persons leave in English', () => {
  it.each(['zh-CN', 'ja-JP', 'ko-KR', 'ru-RU'])(
    'has a word in small letters of settings for a value (%s)',
    (locale) => {
      expect(found(locale, 'client', settings)).toBe(0)
      expect(found(locale, 'Client', settings)).toBe(1)
      expect(found(locale, 'client', machine)).toBe(1)
    },
  )

  it.each(['zh-CN', 'ja-JP', 'ko-KR', 'ru-RU'])('has joined words in capitals for a name (%s)', (locale) => {
    expect(found(locale, 'GatePort Services', ports)).toBe(0)
    expect(found(locale, 'GatePort Services', machine)).toBe(1)
    expect(found(locale, 'A secure port for the gate', ports)).toBe(1)
  })
})
