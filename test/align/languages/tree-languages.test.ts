import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {withTreeLanguages} from '../../../src/align/languages/tree-languages.ts'
import {editionOf, tableOf} from '../../support/edition-of.ts'

const document = (path: string, locale: string) =>
  editionOf({
    path,
    locale,
    form: 'plain',
    assetId: null,
    tables: [
      tableOf(
        ['protocol', 'port'],
        [
          ['Protocol', 'Port'],
          ['TCP', '443'],
        ],
      ),
    ],
  })
const english = ['a', 'b', 'c'].map((name) => document(`docs/guide/${name}.md`, 'en'))
const localesOf = (...editions: ReturnType<typeof document>[]) =>
  withTreeLanguages(editions).map(({info, localeFrom}) => `${info.path} ${info.locale} ${localeFrom ?? ''}`)

describe('src/align/languages/tree-languages.ts', () => {
  it('gives a document that tells no language that of the documents around it', () => {
    expect(localesOf(...english, document('docs/guide/notes/code.md', 'und'))).toContain(
      'docs/guide/notes/code.md en tree',
    )
  })

  it('leaves it open where the documents around have two languages, or are too few', () => {
    const french = document('docs/guide/d.md', 'fr')
    const [one, two] = english
    const open = document('docs/guide/code.md', 'und')
    expect(localesOf(...english, french, open).at(-1)).toMatch(/^docs\/guide\/code\.md und/)
    expect(localesOf(...[one, two].flatMap((each) => each ?? []), open).at(-1)).toMatch(
      /^docs\/guide\/code\.md und/,
    )
  })

  it('publishes its rules, and says by what its language was assumed', () => {
    const kb = buildKnowledgeBase([...english, document('docs/guide/code.md', 'und')])
    expect(kb.editions.map(({locale, form}) => `${locale} ${form}`)).toContain('en source')
    expect(kb.editions.some(({locale}) => locale === 'und')).toBe(false)
    expect(kb.diagnostics.map(({message}) => message).join('\n')).toContain('as the documents around them')
  })
})
