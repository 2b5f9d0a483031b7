import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {ingest} from '../../src/ingest/ingest.ts'

const page = (locale: string, title: string, header: string, row: string) =>
  ingest(
    `---\ntitle: ${title}\nms:assetid: 7f0f2c1e-6a51-4b0e-9d0a-3a4f1f0f5c11\nms.contentlocale: ${locale}\nms.translationtype: HT\n---\n\n# ${title}\n\n${header}\n|---|---|---|---|---|\n${row}\n`,
    `${locale}/kiosk.md`,
  )

const rulesOf = (note: string) =>
  buildKnowledgeBase([
    page(
      'de-DE',
      'Ports des Kiosks',
      '| Port | Protokoll | Quelle | Ziel | Hinweise |',
      '| 7100 | TCP | Beliebig | Kiosk | Abgleich |',
    ),
    page(
      'fr-FR',
      'Ports du kiosque',
      '| Port | Protocole | Source | Destination | Remarques |',
      `| 7100 | TCP | Tous | Kiosk | ${note} |`,
    ),
    page(
      'es-ES',
      'Puertos del quiosco',
      '| Puerto | Protocolo | Origen | Destino | Notas |',
      '| 7100 | TCP | Cualquiera | Kiosk | Sincronización |',
    ),
  ]).topics.flatMap(({tables}) => tables.flatMap(({rows}) => rows.flatMap(({rules}) => rules)))

describe('src/align/rules.ts, of limits that one language alone states', () => {
  it('keeps the limit, and says that the others lack it', () => {
    const [rule] = rulesOf('Uniquement depuis le VPN.')
    expect(rule?.facts.source?.id).not.toBe('any')
    expect(rule?.anomalies).toEqual(['not every language limits the source: “Uniquement depuis le VPN.”'])
  })

  it('says nothing where none limits', () => {
    const [rule] = rulesOf('Synchronisation')
    expect(rule?.facts.source?.id).toBe('any')
    expect(rule?.anomalies).toEqual([])
  })
})
