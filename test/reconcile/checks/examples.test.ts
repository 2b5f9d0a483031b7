import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {checks} from '../../../src/reconcile/checks/index.ts'
import {ask, problemsOf} from '../../../src/reconcile/engine/ask.ts'
import {type BadExample, messageOf} from '../../../src/reconcile/engine/check.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'
import {readWords} from '../../../src/reconcile/publish/words-fs.ts'

const words = readWords('content')
const alone = buildContext({references: [], ...words})

/** A context in which other documents render the same English so, and a reviewer has decided. */
const contextOf = ({locale, source, beside = [], elsewhere = [], humans = [], decided}: Example) => {
  const machine = [...beside.map((target) => [source, target] as const), ...elsewhere]
  const pairs = [
    ...machine.map(([english, target]) => ({english, target, human: false})),
    ...humans.map(([english, target]) => ({english, target, human: true})),
  ]
  return pairs.length === 0 && decided === undefined
    ? alone
    : buildContext({
        references: pairs.map(({english, target, human}, index) => ({
          ...{locale, source: english, target, human},
          ...{edition: `other-${index}.md`, unit: `other-${index}`, cell: null, place: null},
        })),
        termbase: words.termbase,
        decisions: new Map(
          decided === undefined
            ? []
            : [[locale, {locale, entries: [{source, text: decided, reason: 'review', date: '2026-01-31'}]}]],
        ),
      })
}

type Example = Pick<
  BadExample,
  'locale' | 'source' | 'target' | 'header' | 'beside' | 'elsewhere' | 'humans' | 'decided'
>

const asked = (example: Example) => {
  const {locale, source, target, header = false} = example
  const question = ask({id: 'example', locale, source, target, header}, contextOf(example))
  if (question === null) throw new Error('an example has English and a translation')
  return question
}

describe('src/reconcile/checks', () => {
  it('registers each check once, under the name of its file', () => {
    const ids = checks.map(({id}) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const {id, url} of checks) expect(url).toBe(`/checks/${id}/`)
    const files = readdirSync('src/reconcile/checks')
      .filter((name) => readFileSync(`src/reconcile/checks/${name}`, 'utf8').includes('= defineCheck('))
      .map((name) => name.slice(0, -'.ts'.length))
    expect(ids.toSorted()).toEqual(files.toSorted())
  })

  for (const check of checks) {
    describe(check.id, () => {
      it('says what it is for and when it is wrong', () => {
        expect(check.why).not.toBe('')
        expect(check.wrongWhen).not.toBe('')
        expect(check.good.length).toBeGreaterThan(0)
        if (check.severity !== 'source-anomaly') expect(check.bad.length).toBeGreaterThan(0)
      })
      for (const example of check.good) {
        it(`lets “${example.target}” pass for “${example.source}” (${example.locale}), as all checks do`, () => {
          expect(
            problemsOf(asked(example)).map(({check: {id}, problem}) => `${id}: ${messageOf(problem)}`),
          ).toEqual([])
        })
      }
      for (const example of check.bad) {
        it(`reports “${example.target}” for “${example.source}” (${example.locale})`, () => {
          const question = asked(example)
          const problems = problemsOf(question)
          const own = problems.find(({check: {id}}) => id === check.id)
          if (own === undefined)
            throw new Error(`not reported; others: ${problems.map(({check: {id}}) => id).join(', ')}`)
          expect(messageOf(own.problem)).toBe(example.message)
          expect(check.fix(question, own.problem)).toBe(example.fix)
          const others = problems.filter(({check: {id}}) => id !== check.id).map(({check: {id}}) => id)
          expect([...new Set(others)].toSorted()).toEqual((example.also ?? []).toSorted())
        })
      }
    })
  }
})
