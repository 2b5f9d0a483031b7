import {describe, expect, it} from 'vitest'
import type {Reference} from '../../../src/reconcile/engine/context.ts'
import {learnRenderings} from '../../../src/reconcile/learning/renderings.ts'

let count = 0
const pair = (source: string, target: string, human = true): Reference => {
  count++
  const place = {path: `d${count}.md`, line: 1, column: 1}
  return {
    locale: 'zh-TW',
    source,
    target,
    human,
    edition: place.path,
    unit: `${place.path}#t1r1c1`,
    cell: null,
    place,
  }
}

describe('src/reconcile/learning/renderings.ts', () => {
  it('finds the piece of text that all translations of a word share, without word borders', () => {
    const pairs = [
      pair('Clients', '用戶端'),
      pair('Live clients', '即時用戶端'),
      pair('Client to server traffic', '用戶端到伺服器的流量'),
      pair('Server to server traffic', '伺服器之間的流量'),
      pair('Ports of the server', '伺服器的連接埠'),
    ]
    expect(learnRenderings(pairs).of(['client'])).toMatchObject({
      text: '用戶端',
      total: 3,
      held: 3,
      precision: 1,
    })
    expect(learnRenderings(pairs).of(['server'])?.text).toBe('伺服器')
  })

  it('finds the common beginning of inflected words', () => {
    const pairs = [
      pair('Servers', 'Serveurs'),
      pair('Edge Server', 'Serveur Edge'),
      pair('Server role', 'Rôle du serveur'),
      pair('Role', 'Rôle'),
    ]
    expect(learnRenderings(pairs).of(['server'])?.text).toBe('serveur')
  })

  it('says nothing where there are too few texts, or where they do not agree', () => {
    const pairs = [pair('Pool', '集區'), pair('Edge pool', 'Edge 池'), pair('Director pool', '組')]
    expect(learnRenderings(pairs).of(['pool'])).toBeNull()
    expect(learnRenderings(pairs).of(['edge'])).toBeNull()
  })

  it('trusts human texts before machine ones', () => {
    const human = ['集區 A', '集區 B', '集區 C'].map((target, index) => pair(`Pool ${'ABC'[index]}`, target))
    const machine = ['池 D', '池 E', '池 F', '池 G'].map((target, index) =>
      pair(`Pool ${'DEFG'[index]}`, target, false),
    )
    expect(learnRenderings([...machine, ...human]).of(['pool'])?.text).toBe('集區')
  })

  it('finds a term of several words only where they stand one after the other', () => {
    const pairs = [
      pair('Relay pool', 'Relaisgroep'),
      pair('Relay pools of the harbour', 'Relaisgroep van de haven'),
      pair('Ports of the relay pool', 'Poorten van de relaisgroep'),
      pair('Pool of a relay', 'Groep van een relais'),
    ]
    const {of} = learnRenderings(pairs)
    expect(of(['relay', 'pool'])).toMatchObject({text: 'relaisgroep', total: 3, held: 3})
    expect(of(['pool', 'relay'])).toBeNull()
    expect(of([])).toBeNull()
  })

  it('takes the longest of pieces that say as much, and the piece that stands nowhere else before a commoner one', () => {
    const pairs = [
      pair('Beacon', 'Bake'),
      pair('Red beacon', 'Rote Bake'),
      pair('Beacon of the mole', 'Bake der Mole'),
      pair('Baker', 'Bakermann'),
      pair('Bakery', 'Bakerei'),
    ]
    expect(learnRenderings(pairs).of(['beacon'])).toMatchObject({text: 'bake', held: 3, precision: 3 / 5})
  })
})
