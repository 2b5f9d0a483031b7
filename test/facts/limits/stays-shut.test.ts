import {describe, expect, it} from 'vitest'
import data from '../../../src/languages/lists/restricting.json' with {type: 'json'}
import {restrictingWordsOf} from '../../../src/languages/lists/restricting.ts'
import {pipe, readDocument} from '../../align/read-document.ts'

/** Whether the row of a table below a sentence is opened, or why not. */
const outcomeOf = (locale: string, lead: string) => {
  const row = readDocument(locale, `${lead}\n\n${pipe('Port | TCP/UDP', '4840 | TCP')}`)[0]
  return typeof row === 'string' ? row : row?.map(({action}) => action).join()
}

describe('src/facts/limits/stays-shut.ts', () => {
  it.each([
    ['en-US', 'The following ports have to stay shut:'],
    ['de-DE', 'Die folgenden Ports müssen gesperrt bleiben:'],
    ['fr-FR', 'Les ports suivants doivent être laissés fermés :'],
    ['es-ES', 'Estos puertos tienen que quedar cerrados.'],
    ['it-IT', 'Queste porte devono restare chiuse.'],
    ['pt-BR', 'Estas portas devem ficar fechadas.'],
    ['nl-NL', 'De volgende poorten horen dicht te blijven:'],
    ['pl-PL', 'Następujące porty muszą pozostać zamknięte:'],
    ['cs-CZ', 'Následující porty musí být zavřené:'],
    ['sk-SK', 'Nasledujúce porty musia zostať zatvorené:'],
    ['uk-UA', 'Ці порти мають залишатися закритими.'],
    ['bg-BG', 'Следните портове трябва да са затворени:'],
    ['hr-HR', 'Sljedeći portovi trebaju biti zatvoreni:'],
    ['sl-SI', 'Naslednja vrata morajo biti zaprta:'],
    ['sv-SE', 'Följande portar ska vara stängda:'],
    ['da-DK', 'Følgende porte skal holdes lukkede:'],
    ['nb-NO', 'Følgende porter skal holdes stengt:'],
    ['fi-FI', 'Seuraavat portit on pidettävä suljettuina:'],
    ['hu-HU', 'A következő portoknak zárva kell lenniük:'],
    ['ro-RO', 'Următoarele porturi trebuie ținute închise:'],
    ['el-GR', 'Οι ακόλουθες θύρες πρέπει να είναι κλειστές:'],
    ['ca-ES', 'Els ports següents han de quedar tancats:'],
    ['tr-TR', 'Aşağıdaki bağlantı noktaları kapalı olmalıdır:'],
    ['ar-SA', 'يجب أن تبقى المنافذ التالية مغلقة:'],
    ['he-IL', 'היציאות הבאות צריכות להיות סגורות:'],
    ['vi-VN', 'Các cổng sau đây phải đóng:'],
    ['id-ID', 'Port berikut harus ditutup:'],
    ['th-TH', 'พอร์ตต่อไปนี้ต้องปิดไว้:'],
  ])('opens nothing in %s below “%s”', (locale, lead) => {
    expect(outcomeOf(locale, lead)).toBe('denied')
  })

  it.each([
    ['en-US', 'The following ports must not be closed:'],
    ['en-US', 'Make sure these ports are open. If they must stay closed, use the relay.'],
    ['en-US', 'Sessions that are kept open and closed by a timer must pass through the following ports:'],
    ['pl-PL', 'Następujące porty nie mogą być zamknięte:'],
    ['sv-SE', 'Följande portar får inte vara stängda:'],
    ['th-TH', 'พอร์ตต่อไปนี้ต้องเปิดไว้:'],
    ['de-DE', 'Die folgenden Ports müssen offen bleiben:'],
  ])('opens the ports in %s below “%s”', (locale, lead) => {
    expect(outcomeOf(locale, lead)).toBe('allow')
  })

  it('hears it in a note', () => {
    const read = (locale: string, header: string, note: string) =>
      readDocument(locale, pipe(header, `4840 | TCP | ${note}`))[0]
    expect(read('pl-PL', 'Port | Protokół | Uwagi', 'Musi pozostać zamknięty')).toBe('denied')
    expect(read('sv-SE', 'Port | Protokoll | Beskrivning', 'Ska vara stängd')).toBe('denied')
  })

  it.each(Object.keys(data))('knows words for both in %s where ends of words are known', (tag) => {
    const [own] = restrictingWordsOf(tag)
    const isUnspaced = ['ja', 'zh', 'zh-tw', 'ko'].includes(tag)
    expect(own?.shut.length === 0, tag).toBe(isUnspaced)
    expect(own?.staying.length === 0, tag).toBe(isUnspaced)
  })
})
