import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {ExportRequest, Plan, Target} from '../../src/firewall/export-types.ts'
import {planExport} from '../../src/firewall/plan.ts'
import {verifyExport} from '../../src/firewall/proof/verify.ts'
import {readers} from '../../src/firewall/readers.ts'
import {targets} from '../../src/firewall/targets.ts'
import {commentText} from '../../src/firewall/writing/comment.ts'
import {exportRequest, testEndpoints} from '../support/export-request.ts'
import {dataTargets} from '../support/firewall-grammars.ts'
import {endpoint, topicRule} from '../support/rules.ts'

const characters = [
  '\n',
  '\r',
  '\u2028',
  '\u0085',
  '\0',
  '\u202e',
  '"',
  "'",
  '’',
  '`',
  '$',
  '${',
  '%{',
  '%',
  '\\',
  ';',
  '&',
  '|',
  '<',
  '>',
  '^',
  '#',
  '[',
  ']',
  '{',
  '}',
  '=',
  '*/',
  'reboot',
  '文',
]

/** Texts that mean something to a shell or to one of the targets. */
const hostile = fc
  .array(fc.constantFrom(...characters), {minLength: 1, maxLength: 12})
  .map((parts) => parts.join(''))

const rules = [
  topicRule({}, {id: 'r-1'}),
  topicRule(
    {source: endpoint('front-end-pool'), destination: endpoint('edge-internal'), transports: ['udp']},
    {id: 'r-2'},
  ),
]

/** Everything that comes from a document says `text`. */
const requestWith = (text: string): ExportRequest => {
  const request = exportRequest(rules, {addresses: {'access-edge': ['203.0.113.10']}, title: text})
  return {
    ...request,
    rules: request.rules.map((rule) => ({...rule, comment: [text], url: `https://ports.example/#${text}`})),
    endpoints: testEndpoints.map((each) => ({...each, names: {en: text}})),
  }
}

const planned = (request: ExportRequest, target: Target): Plan => {
  const result = planExport(request, target)
  if (!result.ok) throw new Error('expected a plan')
  return result.plan
}

/** What a target runs: the lines that are no comments. */
const commentStartRE = /^\s*(?:#(?!!)|!|rem |remark (?!RETURNING))/
const code = (text: string): string[] =>
  text.split(/\r?\n/).filter((line) => line.trim() !== '' && !commentStartRE.test(line))

const textTargets = targets.filter(({id}) => !['azure-nsg', ...dataTargets].includes(id))

describe('src/firewall/writing/comment.ts', () => {
  it.each(textTargets)('no text changes what $id runs', (target) => {
    const harmless = code(target.write(planned(requestWith('words'), target)))
    fc.assert(
      fc.property(hostile, (text) => {
        expect(code(target.write(planned(requestWith(text), target)))).toEqual(harmless)
      }),
    )
  })

  it.each(targets)('no text changes what is read back from $id', (target) => {
    const reader = readers.get(target.id)
    if (reader === undefined) throw new Error(`no reader for ${target.id}`)
    fc.assert(
      fc.property(hostile, (text) => {
        const plan = planned(requestWith(text), target)
        expect(verifyExport(plan, target, reader, target.write(plan)).ok).toBe(true)
      }),
    )
  })

  it.each(targets)('no endpoint or rule id reaches $id as it is', (target) => {
    fc.assert(
      fc.property(hostile, (text) => {
        const request = exportRequest([
          topicRule({destination: {id: text, qualifiers: [text], alternatives: []}}, {id: text}),
        ])
        const plan = planned(request, target)
        for (const {name} of plan.variables) expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/)
        for (const {ruleIds} of plan.rules) expect(ruleIds.join('')).toMatch(/^[A-Za-z0-9-]*$/)
      }),
    )
  })

  it.each(targets)(
    'an address with signs in it is refused for $id, whatever stands around them',
    (target) => {
      const around = fc.constantFrom(
        '',
        '203.0.113.10',
        '2001:db8::10',
        '10.0.0.0/8',
        'edge.example.com',
        'any',
      )
      fc.assert(
        fc.property(around, hostile, around, (before, text, after) => {
          const address = `${before}${text}${after}`
          const result = planExport(exportRequest(rules, {addresses: {'access-edge': [address]}}), target)
          if (!result.ok) {
            for (const {id} of result.problems) expect(['bad-address', 'host-name']).toContain(id)
            return
          }
          // White space around an address is no part of it; a name of letters is a name.
          expect(address.trim()).toMatch(/^[A-Za-z0-9.:/-]+$/)
        }),
      )
    },
  )

  it('a spreadsheet is given no formula', () => {
    const csv = targets.find(({id}) => id === 'csv')
    if (csv === undefined) throw new Error('no csv')
    expect(csv.write(planned(requestWith('=cmd()'), csv))).not.toContain('"=')
  })

  it('keeps the words and punctuation of every language', () => {
    const words = 'Requis pour l’accès : « A/V », 選用（IPv6）。'
    expect(commentText(words)).toBe(words)
    expect(commentText('from !10.0.0.0/8, ≠ guests')).toBe('from not 10.0.0.0/8, not guests')
  })

  it('puts what says the same in the place of characters that mean something to a program', () => {
    expect(commentText('without ports; by hand')).toBe('without ports, by hand')
    expect(commentText("don't open <1024 & >60000")).toBe('don’t open ＜1024 + ＞60000')
    expect(commentText('[a|b] {*} 50%')).toBe('(a/b) (＊) 50％')
    expect(commentText('a$b~c#d^e')).toBe('a b c d e')
  })

  it('cuts between code points', () => {
    expect(commentText('𠀀𠀀𠀀𠀀', 3)).toBe('𠀀𠀀…')
  })
})
