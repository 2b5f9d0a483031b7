import {expect, test} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {exportRules} from '../../../src/firewall/export-rules.ts'
import {ingest} from '../../../src/ingest/ingest.ts'
import {pipe} from '../../align/read-document.ts'

test('calls an end what its cell says, without what is struck out in it', () => {
  const rows = [
    'Port | Protocol | Source | Destination',
    '7001 | TCP | ~~any~~ lamp house | Signal store',
    '7002 | TCP | boat shed ~~or any~~ | Signal store',
  ]
  const kb = buildKnowledgeBase([
    ingest(`---\ntitle: Lamps\n---\n\n# Lamps\n\n${pipe(...rows)}\n`, 'en/lamps.md'),
  ])
  expect(kb.endpoints.map(({id, names}) => `${id}: ${names['en']}`).sort()).toEqual([
    'boat-shed: boat shed',
    'lamp-house: lamp house',
    'signal-store: Signal store',
  ])
  const [topic] = kb.topics
  if (topic === undefined) throw new Error('no topic')
  expect(exportRules(topic, 'en', () => '', new Map()).map(({comment}) => comment[0])).toEqual([
    '7001, TCP: lamp house → Signal store',
    '7002, TCP: boat shed → Signal store',
  ])
})

test('calls an end that no English names by the words of its document, not by its id', () => {
  const rows = ['Port | Protokoll | Quelle | Ziel', '502 | TCP | Leitwarte Süd | Pegelmesser']
  const kb = buildKnowledgeBase([
    ingest(`---\ntitle: Pegel\n---\n\n# Pegel\n\n${pipe(...rows)}\n`, 'de-DE/pegel.md'),
  ])
  expect(kb.endpoints.map(({names}) => names)).toEqual([
    {'de-DE': 'Leitwarte Süd', en: 'Leitwarte Süd'},
    {'de-DE': 'Pegelmesser', en: 'Pegelmesser'},
  ])
})
