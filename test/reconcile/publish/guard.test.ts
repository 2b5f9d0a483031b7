import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import type {ColumnKind} from '../../../src/model/schema.ts'
import {noWords, reconcile} from '../../../src/reconcile/reconcile.ts'
import {editionOf, tableOf} from '../../support/edition-of.ts'

const columns: ColumnKind[] = ['port', 'protocol', 'source', 'destination', 'action']
const english = ['Port', 'Protocol', 'Source', 'Destination', 'Action']
const german = ['Port', 'Protokoll', 'Quelle', 'Ziel', 'Aktion']

const published = (row: string[], translated: string[]): Record<string, string> => {
  const kb = buildKnowledgeBase([
    editionOf({
      path: 'en/pump.md',
      locale: 'en-US',
      form: 'source',
      translationType: 'unknown',
      title: {source: 'Pump ports', target: 'Pump ports'},
      tables: [tableOf(columns, [english, row])],
    }),
    editionOf({
      path: 'de/pump.md',
      locale: 'de-DE',
      form: 'human',
      translationType: 'human',
      title: {source: null, target: 'Ports der Pumpe'},
      tables: [tableOf(columns, [german, translated])],
    }),
  ])
  return Object.fromEntries(
    reconcile(kb, noWords)
      .units.filter((unit) => unit.locale === 'de-DE' && unit.row > 0)
      .map((unit) => [unit.target, unit.published]),
  )
}

describe('src/reconcile/publish/guard.ts', () => {
  it('blames the cell that lost a limit, and not the one whose “any” it limited', () => {
    expect(
      published(
        ['4701', 'TCP', 'Any', 'Pump server', 'Deny from guests'],
        ['4701', 'TCP', 'Beliebig', 'Pumpenserver', 'Verweigern'],
      ),
    ).toMatchObject({Beliebig: 'Beliebig', Verweigern: 'Deny from guests'})
  })

  it.each([
    ['fr-FR', 'Règle de sas sortant'],
    ['de-DE', 'Ausgehende Schleusenregel'],
    ['it-IT', 'Regola di chiusa in uscita'],
  ])('says nothing of words without English that it does not understand (%s)', (locale, text) => {
    const edition = (own: string, direction: string) =>
      editionOf({
        path: `${own}/lock.md`,
        locale: own,
        form: 'human',
        translationType: 'human',
        tables: [
          tableOf(
            ['port', 'protocol', 'direction'],
            [
              ['Port', 'Protocol', 'Direction'],
              ['4701', 'TCP', direction],
            ],
          ),
        ],
      })
    const others = ['es-ES', 'pt-BR', 'nl-NL'].map((own) =>
      edition(own, own === 'nl-NL' ? 'Uitgaand' : own === 'pt-BR' ? 'Saída' : 'Saliente'),
    )
    const kb = reconcile(buildKnowledgeBase([...others, edition(locale, text)]), noWords)
    expect(kb.findings.filter((finding) => finding.locale === locale)).toEqual([])
  })
})
