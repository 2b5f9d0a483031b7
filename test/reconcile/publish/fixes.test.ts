import {describe, expect, it} from 'vitest'
import {checkUnits} from '../../../src/reconcile/engine/check-units.ts'
import {buildContext, emptyContext} from '../../../src/reconcile/engine/context.ts'
import {type Known, mostUsed} from '../../../src/reconcile/engine/reference.ts'
import {isUnreadable} from '../../../src/reconcile/publish/publish.ts'

const known = (target: string, human: boolean, count = 1): Known => ({
  ...{locale: 'fr-FR', source: 'Node of the relay', target, human, count},
  ...{edition: target, unit: target, cell: null, place: null},
})

const fixOf = (source: string, target: string, references: Known[]): string | null => {
  const context = buildContext({references, termbase: new Map(), decisions: new Map()})
  const [finding] = checkUnits([{id: 'u', locale: 'fr-FR', source, target, header: false}], context)
  return finding?.fix?.text ?? null
}

describe('src/reconcile/publish/fixes', () => {
  it('takes the human text for what a machine text lacks', () => {
    expect(fixOf('Node of the relay', 'Nœud', [known('Nœud du relais', true)])).toBe('Nœud du relais')
  })

  it('takes of several texts that all have flaws the one with the fewest', () => {
    const source = 'Relay of the branch (TCP/443, TCP/444)'
    const references = [
      {...known('[Relais] [de] [filiale] (TCP/443, TCP/444)', false, 9), source},
      {...known('[Relais] de filiale (TCP/443, TCP/444)', false), source},
    ]
    expect(fixOf(source, 'Relais de filiale (TCP/443)', references)).toBe(
      'Relais de filiale (TCP/443, TCP/444)',
    )
  })

  it('fills the tokens of this text into a human text for an English that differs in nothing else', () => {
    const references = [
      {...known('Adresse SIP publique du relais', true), source: 'Public SIP address of the relay'},
    ]
    expect(fixOf('Public LDAP address of the relay', 'Adresse publique', references)).toBe(
      'Adresse LDAP publique du relais',
    )
  })

  it('writes the whole cell where its English is one word', () => {
    const unit = {id: 'u', locale: 'ja-JP', source: 'Inbound', target: 'トラフィック', header: false}
    expect(checkUnits([unit], emptyContext)[0]?.fix?.text).toBe('受信')
  })

  it('changes nothing for the sake of what most machine texts say', () => {
    const references = [known('Nœud de relais', false, 9)]
    expect(fixOf('Node of the relay', 'Nœud du relais', references)).toBeNull()
  })

  it('writes no text that does, denies or excepts another thing than its English, whoever wrote it', () => {
    const cases: [locale: string, source: string, target: string, other: string][] = [
      ['de-DE', 'Deny partners (TCP)', 'Partner', 'Partner zulassen (TCP)'],
      ['de-DE', 'Allow all except partners', 'Zulassen', 'Partner zulassen'],
      ['fr-FR', 'Reject partners (TCP)', 'Partenaires', 'Autoriser les partenaires (TCP)'],
      ['ja-JP', 'All rooms except the cellar', '地下室', '地下室のすべての部屋'],
      ['nl-NL', 'Deny partners (TCP)', 'Partners', 'Partners toestaan (TCP)'],
      ['pl-PL', 'Block partners (TCP)', 'Partnerzy', 'Zezwalaj partnerom (TCP)'],
      ['zh-TW', 'Closed unless TLS is used (UDP)', '關閉', '如果使用 TLS 則關閉 (UDP)'],
    ]
    for (const [locale, source, target, other] of cases) {
      const references = [{...known(other, true, 3), locale, source}]
      const context = buildContext({references, termbase: new Map(), decisions: new Map()})
      const findings = checkUnits([{id: 'u', locale, source, target, header: false}], context)
      expect([source, findings.map(({fix}) => fix?.text).includes(other)]).toEqual([source, false])
    }
  })

  it('leaves another word than lists hold where people may have chosen it, unless a person said otherwise', () => {
    const chosen = (personal: boolean, references: Known[] = []): string | null => {
      const context = buildContext({references, termbase: new Map(), decisions: new Map()})
      const unit = {
        id: 'u',
        locale: 'ja-JP',
        source: 'Direction',
        target: '通信の向き',
        header: true,
        personal,
      }
      return checkUnits([unit], context)[0]?.fix?.text ?? null
    }
    const person = {...known('送信の方向', true), locale: 'ja-JP', source: 'Direction'}
    expect(chosen(false)).toBe('方向')
    expect(chosen(true)).toBeNull()
    expect(chosen(true, [person])).toBe('送信の方向')
  })

  it('looks at the human and the most used texts of many, in the order given', () => {
    const texts = Array.from({length: 300}, (_, index) => known(`Texte ${index}`, index === 299, index % 7))
    const chosen = mostUsed(texts)
    expect(chosen.length).toBeLessThan(30)
    expect(chosen.at(-1)?.human).toBe(true)
    expect(chosen.slice(0, -1).every(({count}) => count === 6)).toBe(true)
  })

  it('asks the checks a bounded number of times, however many texts an English one has', () => {
    const source = 'TCP/443 of the relay'
    const references = Array.from({length: 400}, (_, index) => ({...known(`Relais ${index}`, false), source}))
    const context = buildContext({references, termbase: new Map(), decisions: new Map()})
    checkUnits([{id: 'u', locale: 'fr-FR', source, target: 'Relais', header: false}], context)
    expect(context.of('fr-FR').memory(source).length).toBeLessThan(30)
  })
})

describe('src/reconcile/publish/publish', () => {
  it('puts English over no text for a bracket or an abbreviation, and over no human text for what others say more', () => {
    const finding = (check: string) => ({check, severity: 'major' as const})
    expect(isUnreadable(finding('bracket'))).toBe(false)
    expect(isUnreadable({...finding('direction'), expected: ''})).toBe(false)
    expect(isUnreadable({...finding('direction'), expected: 'from'})).toBe(true)
    expect(isUnreadable(finding('acronym'))).toBe(false)
    expect(isUnreadable({check: 'divergence', severity: 'critical'})).toBe(true)
    expect(isUnreadable({check: 'divergence', severity: 'critical'}, true)).toBe(false)
    expect(isUnreadable(finding('divergence'))).toBe(false)
    expect(isUnreadable(finding('unsupported-rendering'), true)).toBe(false)
    expect(isUnreadable(finding('port-number'), true)).toBe(true)
    expect(isUnreadable(finding('other-cell'), true)).toBe(false)
    expect(isUnreadable(finding('other-cell'))).toBe(true)
    const name = {...finding('file-or-command'), expected: 'relay_port'}
    expect(isUnreadable({...name, actual: ''}, true)).toBe(false)
    expect(isUnreadable({...name, actual: ''})).toBe(true)
    expect(isUnreadable({...name, actual: 'relay port'}, true)).toBe(true)
  })
})
