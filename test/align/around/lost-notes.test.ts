import {describe, expect, it} from 'vitest'
import {pipe, readDocument} from '../read-document.ts'

const heads: Record<string, string> = {
  'en-US': 'Protocol | Port | Source | Destination | Notes',
  'de-DE': 'Protokoll | Port | Quelle | Ziel | Hinweise',
  'fr-FR': 'Protocole | Port | Source | Destination | Remarques',
  'es-ES': 'Protocolo | Puerto | Origen | Destino | Notas',
  'ru-RU': 'Протокол | Порт | Источник | Назначение | Примечания',
  'ja-JP': 'プロトコル | ポート | 送信元 | 宛先 | 備考',
  'zh-TW': '通訊協定 | 連接埠 | 來源 | 目的地 | 附註',
}

/** What the row says of its requirement, with the words that say so. */
const requirementOf = (locale: string, port: string, note: string, below = ''): string => {
  const document = `${pipe(heads[locale] ?? '', `TCP | ${port} | Sluice | Weir | ${note}`)}\n\n${below}\n`
  const [row] = readDocument(locale, document)
  if (typeof row === 'string' || row === undefined) return row ?? 'no row'
  const known = row[0]?.known?.requirement
  return `${row[0]?.requirement} ${known?.how === 'stated' ? (known.quote ?? '') : ''}`.trim()
}

describe('src/align/around/table-notes.ts: notes that are nowhere', () => {
  it.each([
    ['en-US', '8320', 'See note 1'],
    ['en-US', '8320', 'Opened by the keeper (see note 3).'],
    ['en-US', '8320', 'Notes 1, 2'],
    ['de-DE', '8320', 'Siehe Anmerkung 1'],
    ['de-DE', '8320', 'Vgl. Hinweis 2.'],
    ['fr-FR', '8320', 'Voir la remarque 1'],
    ['es-ES', '8320', 'Véase la nota 4'],
    ['ru-RU', '8320', 'См. примечание 1'],
    ['ja-JP', '8320', '注 1 を参照'],
    ['zh-TW', '8320', '請參閱附註 1'],
  ])('makes a row conditional that points to one: %s, %s, %s', (locale, port, note) => {
    expect(requirementOf(locale, port, note)).toBe(`conditional ${note}`)
  })

  it('quotes what points to one beside a port', () => {
    expect(requirementOf('en-US', '8320 (see note 2)', 'Alarms')).toBe('conditional 8320 (see note 2)')
  })

  it.each([
    ['en-US', 'See note 1', 'Note 1: carries the alarms.'],
    ['en-US', 'See note 1', '1. Carries the alarms.'],
    ['en-US', 'See note 2', '(2) Carries the alarms.'],
    ['de-DE', 'Siehe Anmerkung 1', 'Anmerkung 1: trägt die Alarme.'],
    ['ja-JP', '注 1 を参照', '注 1: 警報を運びます。'],
    ['en-US', 'Note 1: carries the alarms', ''],
    ['en-US', 'Note 2 weirs use it', ''],
    ['en-US', 'Sends notes', ''],
    ['en-US', 'See the notes of release 7', ''],
  ])('leaves a row whose note is there, or that points to none: %s, %s', (locale, note, below) => {
    expect(requirementOf(locale, '8320', note, below)).toBe('unknown')
  })
})
