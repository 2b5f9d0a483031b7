import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {lexiconLocales} from '../../../src/languages/lexicon.ts'
import {untranslated} from '../../../src/reconcile/checks/untranslated.ts'
import {ask, problemsOf} from '../../../src/reconcile/engine/ask.ts'
import {emptyContext} from '../../../src/reconcile/engine/context.ts'
import {machineNames} from '../../../src/reconcile/reading/machine-names.ts'

const names = [
  '_xmpp-server._tcp.example.com',
  'sip.contoso.example',
  '*.server.contoso.com',
  'http_port',
  'administrator@contoso.com',
  'C:\\Program\\server',
  '\\\\server\\share',
  '/etc/server/port',
  '~/server',
  'https://server.example/port',
  '%windir%',
  '$env:server',
  '--server',
  'server.exe',
  'Get-ClientServer.ps1',
  '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  'lyncdiscover.<sipdomain>',
]
const words = [
  'Server',
  'Client/Server',
  'Ports.',
  'e.g. a server',
  'U.S. servers',
  'Front-End',
  'and/or',
  'Source:',
  'One.Two',
]

const saysUntranslated = (locale: string, text: string): boolean => {
  const asked = ask({id: 'u', locale, source: text, target: text, header: false}, emptyContext)
  return asked !== null && problemsOf(asked, [untranslated]).length > 0
}

describe('src/reconcile/reading/machine-names.ts', () => {
  it.each(names)('takes %s for a name', (name) => {
    expect(machineNames(name)).toEqual([[0, name.length]])
    expect(machineNames(`(${name}, TCP).`)).toEqual([[1, name.length + 1]])
  })

  it.each(words)('takes %s for words', (text) => {
    expect(machineNames(text)).toEqual([])
  })

  it('asks for no translation of names in any language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lexiconLocales, 'nl-NL'), fc.constantFrom(...names), (locale, name) => {
        expect(saysUntranslated(locale, name)).toBe(false)
        expect(saysUntranslated(locale, `${name} (TCP)`)).toBe(false)
      }),
    )
  })

  it('asks for one of the words beside a name', () => {
    expect(saysUntranslated('zh-TW', 'client of sip.contoso.example')).toBe(true)
    expect(saysUntranslated('ja-JP', 'Ports')).toBe(true)
  })
})
