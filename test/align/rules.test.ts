import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {rulesOf} from '../../src/model/topic-rules.ts'
import {editionOf, tableOf} from '../support/edition-of.ts'

/** A table of ports in one language, without English. */
const edition = (locale: string, rows: string[][]) =>
  editionOf({
    path: `${locale}/relay.md`,
    locale,
    form: 'human',
    translationType: 'human',
    name: 'relay',
    tables: [tableOf(['notes', 'port', 'protocol'], [['A', 'B', 'C'], ...rows])],
  })

const built = (...texts: [locale: string, port: string, transport: string][]) => {
  const kb = buildKnowledgeBase(texts.map(([locale, ...cells]) => edition(locale, [['x', ...cells]])))
  const rules = kb.topics.flatMap(rulesOf).map(({rule}) => JSON.stringify(rule.facts.ports))
  return [...rules, ...kb.diagnostics.map(({message}) => message)]
}

describe('src/align/rules.ts on rows without English', () => {
  it('refuses a row of which as many languages say one thing as another', () => {
    const message = 'the languages of the row differ: tcp 7445; tcp 7135'
    // Once at the row of each document.
    expect(built(['fr-FR', '7445', 'TCP'], ['ja-JP', '7135', 'TCP'])).toEqual([message, message])
    expect(built(['fr-FR', '7445', 'TCP'], ['ja-JP', '7445', 'TCP/UDP'])).toEqual(
      Array(2).fill('the languages of the row differ: tcp 7445; tcp/udp 7445'),
    )
  })

  it('takes what most languages say, and what the only one does', () => {
    expect(built(['fr-FR', '7445', 'TCP'], ['ja-JP', '7135', 'TCP'], ['de-DE', '7445', 'TCP'])).toEqual([
      '[[7445,7445]]',
    ])
    expect(built(['fr-FR', '7445', 'TCP'])).toEqual(['[[7445,7445]]'])
  })
})
