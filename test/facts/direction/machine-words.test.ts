import {describe, expect, it} from 'vitest'
import {machineOfHeading} from '../../../src/facts/direction/machine-words.ts'

describe('src/facts/direction/machine-words.ts', () => {
  it.each([
    ['en', 'Vault Center requirements', 'Vault Center'],
    ['en', 'Ports of the mail relay', 'mail relay'],
    ['en', 'Worker node(s) {#node}', 'Worker node(s)'],
    ['de-DE', 'Anforderungen an den Terminalserver', 'Terminalserver'],
    ['fr-FR', 'Ports du serveur de site', 'serveur de site'],
    ['zh-TW', '閘道需求', '閘道'],
    ['ja-JP', '監視エージェント', '監視エージェント'],
    ['en', 'Ports required for any deployment', null],
    ['en', 'Preview ports', null],
    ['en', 'Firewall settings', null],
    ['en', 'Servers and clients', null],
    ['en', 'What happens when a server fails?', null],
    ['zh-TW', '防火牆設定', null],
  ])('finds in a heading in %s: %s the machine %s', (locale, heading, machine) => {
    expect(machineOfHeading(heading, locale)).toBe(machine)
  })
})
