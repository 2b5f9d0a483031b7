import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {lexiconLocales, lexiconOf} from '../../../src/languages/lexicon.ts'
import {checkUnits} from '../../../src/reconcile/engine/check-units.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'
import {readWords} from '../../../src/reconcile/publish/words-fs.ts'
import {plainWord} from '../../../src/reconcile/reading/words.ts'

const context = buildContext({references: [], ...readWords('content')})

const graveOf = (locale: string, source: string, target: string): string[] =>
  checkUnits([{id: 'u', locale, source, target, header: false}], context)
    .filter(({severity}) => severity === 'critical' || severity === 'major')
    .map(({check}) => check)

const locale = fc.constantFrom(...lexiconLocales, 'nl-NL')
const port = fc.integer({min: 1024, max: 65_000})
const transport = fc.constantFrom('TCP', 'UDP')
const protocol = fc.constantFrom('SIP', 'STUN', 'HTTPS', 'RTP', 'XMPP', 'PSOM', 'DNS', 'MTLS')
const path = fc.record({protocol, transport, low: port, width: fc.integer({min: 1, max: 500})})

type Path = typeof path extends fc.Arbitrary<infer Value> ? Value : never

const single = ({protocol: name, transport: by, low}: Path): string => `${name}/${by}/${low}`
const ranged = (one: Path): string => `${single(one)}-${one.low + one.width}`
const other = (by: 'TCP' | 'UDP'): 'TCP' | 'UDP' => (by === 'TCP' ? 'UDP' : 'TCP')

/** Ways to change what a path says, in a text that was right. */
const pathMutations: [string, (one: Path) => string][] = [
  ['another transport', (one) => ranged({...one, transport: other(one.transport)})],
  ['a transport with a direction', (one) => ranged(one).replace(one.transport, `${one.transport}-IN`)],
  ['another port', (one) => ranged({...one, low: one.low + 1, width: one.width - 1 || 2})],
  ['a lost lower bound', (one) => `${one.protocol}/${one.transport}/${one.low + one.width}`],
  ['a lost range separator', (one) => ranged(one).replace('-', ' ')],
  ['a number glued to the range', (one) => ranged(one).replace('-', '-000-')],
  ['a lost protocol', (one) => ranged(one).replace(`${one.protocol}/`, '')],
  ['a translated protocol', (one) => ranged(one).replace(one.protocol, '台')],
  ['a protocol with a prefix', (one) => ranged(one).replace(one.protocol, `IP-${one.protocol}`)],
]

describe('src/reconcile/engine/check-units.ts', () => {
  it('lets every path pass that is copied as it is', () => {
    fc.assert(
      fc.property(locale, path, (tag, one) => {
        expect(graveOf(tag, ranged(one), ranged(one))).toEqual([])
        expect(graveOf(tag, single(one), single(one))).toEqual([])
      }),
    )
  })

  for (const [name, mutate] of pathMutations) {
    it(`finds ${name} in a path`, () => {
      fc.assert(
        fc.property(locale, path, (tag, one) => {
          fc.pre(mutate(one) !== ranged(one))
          expect(graveOf(tag, ranged(one), mutate(one))).not.toEqual([])
        }),
      )
    })
  }

  it('finds a note whose transport is another one', () => {
    fc.assert(
      fc.property(locale, transport, port, (tag, by, number) => {
        const note = `STUN/TURN (${by}/${number})`
        expect(graveOf(tag, note, note)).toEqual([])
        expect(graveOf(tag, note, note.replace(`${by}/`, `${other(by)}/`))).not.toEqual([])
      }),
    )
  })

  it('finds a slash group that is torn apart', () => {
    fc.assert(
      fc.property(locale, port, (tag, number) => {
        const note = `STUN/TURN (UDP/${number})`
        expect(graveOf(tag, note, `STUN/UDP (TURN /${number})`)).not.toEqual([])
      }),
    )
  })

  const directions = [
    ['Inbound', 'inbound', 'outbound'],
    ['Outbound', 'outbound', 'inbound'],
    ['Source', 'source', 'destination'],
    ['Destination', 'destination', 'source'],
    ['Internal', 'internal', 'external'],
    ['External', 'external', 'internal'],
  ] as const
  for (const tag of lexiconLocales) {
    const {concepts} = lexiconOf(tag)
    for (const [english, own, opposite] of directions) {
      it(`finds “${english}” turned round in ${tag}`, () => {
        expect(graveOf(tag, `${english} SIP`, `SIP ${plainWord(concepts[own][0])}`)).toEqual([])
        expect(graveOf(tag, `${english} SIP`, `SIP ${plainWord(concepts[opposite][0])}`)).toContain(
          'direction',
        )
      })
    }

    it(`finds a lost “not” in ${tag}`, () => {
      expect(graveOf(tag, 'SIP not TLS', `SIP ${plainWord(concepts.negation[0])} TLS`)).not.toContain(
        'negation',
      )
      expect(graveOf(tag, 'SIP not TLS', 'SIP TLS')).toContain('negation')
    })

    it(`finds a lost “only” and a lost “if” in ${tag}`, () => {
      expect(graveOf(tag, 'SIP only', 'SIP')).toContain('condition')
      expect(graveOf(tag, 'SIP if TLS fails', 'SIP TLS')).toContain('condition')
    })

    it(`finds required and optional turned round in ${tag}`, () => {
      const [required = '', optional = ''] = [concepts.required[0], concepts.optional[0]].map(plainWord)
      expect(graveOf(tag, 'Required for SIP', `SIP ${required}`)).toEqual([])
      expect(graveOf(tag, 'Required for SIP', `SIP ${optional}`)).toContain('requirement')
      expect(graveOf(tag, 'Optional for SIP', `SIP ${required}`)).toContain('requirement')
    })
  }
})
