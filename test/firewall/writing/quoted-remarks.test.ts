import {dirname} from 'node:path'
import {globSync} from 'tinyglobby'
import {describe, expect, it} from 'vitest'
import type {ExportRequest, Plan} from '../../../src/firewall/export-types.ts'
import {firewallTexts} from '../../../src/firewall/firewall-texts-fs.ts'
import {planExport} from '../../../src/firewall/plan.ts'
import {readers} from '../../../src/firewall/readers.ts'
import {targets} from '../../../src/firewall/targets.ts'
import {remarkLines} from '../../../src/firewall/writing/quoted-remarks.ts'
import {exportRequest} from '../../support/export-request.ts'
import {endpoint, topicRule} from '../../support/rules.ts'

const hostile = 'Only "tide" gauges $(reboot) %PATH% \u202e may call;\nrm -rf / '

const request = (rest: Partial<ExportRequest> = {}): ExportRequest => {
  const asked = exportRequest(
    [
      topicRule({}, {id: 'r-0000000001'}),
      topicRule({ports: [[5061, 5061]]}, {id: 'r-0000000002'}),
      topicRule({source: endpoint('av-edge'), ports: [[135, 135]]}, {id: 'r-0000000003'}),
      topicRule({source: endpoint('av-edge'), ports: [[136, 136]]}, {id: 'r-0000000004'}),
      topicRule({ports: [[23, 23]], action: 'deny'}, {id: 'r-0000000005'}),
    ],
    {addresses: {'access-edge': ['203.0.113.10'], 'av-edge': ['203.0.113.11']}, ...rest},
  )
  const words: Readonly<Record<string, Partial<ExportRequest['rules'][number]>>> = {
    'r-0000000001': {remark: hostile},
    'r-0000000002': {remark: 'In a pilot', condition: 'In a pilot'},
    'r-0000000003': {remark: 'What a gauge is for', condition: 'While the old gauge runs'},
    'r-0000000004': {remark: 'Of a gauge alone'},
    'r-0000000005': {remark: 'Was for the old console'},
  }
  return {...asked, rules: asked.rules.map((rule) => ({...rule, ...words[rule.id]}))}
}

const planOf = (asked: ExportRequest, target = targets[0]): Plan => {
  if (target === undefined) throw new Error('no target')
  const planned = planExport(asked, target)
  if (!planned.ok) throw new Error(planned.problems.map(({message}) => message).join('; '))
  return planned.plan
}

describe('src/firewall/writing/quoted-remarks.ts', () => {
  it('quotes what is said of rules that any address may use, and on what others depend, each once', () => {
    expect(remarkLines(planOf(request()).remarks, firewallTexts('en'))).toMatchInlineSnapshot(`
      [
        "Rules open to any address that have remarks: 2. Read these before you load the file",
        "r-0000000001: “Only ”tide” gauges (reboot) ％PATH％ may call, rm -rf /”",
        "r-0000000002 (conditional): “In a pilot”",
        "Rules that are needed on a condition only: 1. See whether it applies before you load the file",
        "r-0000000003: “While the old gauge runs”",
      ]
    `)
  })

  it('cuts a long remark and names all rules that have it', () => {
    const asked = request()
    const long = 'For tugs. '.repeat(40)
    const rules = asked.rules.slice(0, 2).map((rule) => ({...rule, remark: long, condition: null}))
    const [count, line = '', ...rest] = remarkLines(
      planOf({...asked, rules, addresses: {}}).remarks,
      asked.texts,
    )
    expect(count).toContain(': 2.')
    expect(line).toMatch(/^r-0000000001, r-0000000002: “For tugs\. .*…”$/)
    expect([...line].length).toBeLessThan(140)
    expect(rest).toEqual([])
  })

  it.each(targets)('$id says it in its file, and opens nothing else for it', (target) => {
    const plan = planOf(request(), target)
    const text = target.write(plan)
    const silent = {...plan, remarks: []}
    const read = readers.get(target.id)
    expect(read?.(text)).toEqual(read?.(target.write(silent)))
    if (target.id === 'csv') expect(text).toContain('read: remark-of-any condition')
    else expect(text).toMatch(/gauges.* may call[,;]?.*rm -rf/)
    expect(text).not.toBe(target.write(silent))
  })

  it('has its words in every language', () => {
    const {remarks} = planOf(request())
    const locales = globSync('*/firewall.json', {cwd: 'src/languages'}).map((path) => dirname(path))
    const said = locales.map((locale) => remarkLines(remarks, firewallTexts(locale)).join('\n'))
    expect(new Set(said).size).toBe(locales.length)
    for (const text of said) expect(text).not.toMatch(/[{}]/)
  })
})
