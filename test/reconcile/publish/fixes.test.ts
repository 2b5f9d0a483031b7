import {describe, expect, it} from 'vitest'
import {checkUnits} from '../../../src/reconcile/engine/check-units.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'
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

  it('changes nothing for the sake of what most machine texts say', () => {
    const references = [known('Nœud de relais', false, 9)]
    expect(fixOf('Node of the relay', 'Nœud du relais', references)).toBeNull()
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
    expect(isUnreadable(finding('acronym'))).toBe(false)
    expect(isUnreadable(finding('divergence'))).toBe(true)
    expect(isUnreadable(finding('divergence'), true)).toBe(false)
    expect(isUnreadable(finding('unsupported-rendering'), true)).toBe(false)
    expect(isUnreadable(finding('port-number'), true)).toBe(true)
  })
})
