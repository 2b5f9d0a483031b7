import {describe, expect, it} from 'vitest'
import {lostWords} from '../../../src/reconcile/divergence/lost-words.ts'
import {ask} from '../../../src/reconcile/engine/ask.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'

/** What human texts of a language teach of a name: alone, and twice in one text. */
const lessons: Record<string, [english: string, human: string][]> = {
  'it-IT': [
    ['Harbor relay', 'Relè Harbor'],
    ['Harbor address', 'Indirizzo Harbor'],
    ['Port of Harbor', 'Porta di Harbor'],
    ['Harbor relay of the Harbor group', 'Relè Harbor del gruppo Harbor'],
    ['Harbor sensor or Harbor console', 'Sensore Harbor o console Harbor'],
    ['Harbor key for each Harbor member', 'Chiave Harbor per ogni membro Harbor'],
  ],
  'pl-PL': [
    ['Harbor relay', 'Przekaźnik Harbor'],
    ['Harbor address', 'Adres Harbor'],
    ['Port of Harbor', 'Port Harbor'],
    ['Harbor relay of the Harbor group', 'Przekaźnik Harbor grupy Harbor'],
    ['Harbor sensor or Harbor console', 'Czujnik Harbor lub konsola Harbor'],
    ['Harbor key for each Harbor member', 'Klucz Harbor dla każdego członka Harbor'],
  ],
  'nl-NL': [
    ['Harbor relay', 'Harbor-relais'],
    ['Harbor address', 'Adres van Harbor'],
    ['Port of Harbor', 'Poort van Harbor'],
    ['Harbor relay of the Harbor group', 'Relais van Harbor in de groep Harbor'],
    ['Harbor sensor or Harbor console', 'Sensor van Harbor of console van Harbor'],
    ['Harbor key for each Harbor member', 'Sleutel van Harbor voor elk lid van Harbor'],
  ],
  'ko-KR': [
    ['Harbor relay', 'Harbor 릴레이'],
    ['Harbor address', 'Harbor 주소'],
    ['Port of Harbor', 'Harbor 포트'],
    ['Harbor relay of the Harbor group', 'Harbor 그룹의 Harbor 릴레이'],
    ['Harbor sensor or Harbor console', 'Harbor 센서 또는 Harbor 콘솔'],
    ['Harbor key for each Harbor member', '각 Harbor 구성원의 Harbor 키'],
  ],
}

const lost = (locale: string, source: string, target: string): string[] => {
  const references = (lessons[locale] ?? []).map(([english, human], index) => ({
    ...{locale, source: english, target: human, human: true},
    ...{edition: `h${index}`, unit: `h${index}`, cell: null, place: null},
  }))
  const context = buildContext({references, termbase: new Map(), decisions: new Map()})
  const asked = ask({id: 'u', locale, source, target, header: false}, context)
  return asked === null ? [] : lostWords(asked).map(({english}) => english)
}

describe('src/reconcile/divergence/lost-words', () => {
  it.each([
    ['it-IT', 'Relè Harbor del gruppo del porto', 'Relè Harbor del gruppo Harbor'],
    ['pl-PL', 'Przekaźnik Harbor grupy portu', 'Przekaźnik Harbor grupy Harbor'],
    ['nl-NL', 'Relais van Harbor in de groep van de haven', 'Relais van Harbor in de groep Harbor'],
  ])('counts a name that people repeat as often as the English does (%s)', (locale, wrong, right) => {
    expect(lost(locale, 'Harbor relay of the Harbor group', wrong)).toContain('Harbor')
    expect(lost(locale, 'Harbor relay of the Harbor group', right)).toEqual([])
  })

  it('lets a name pass that is said once in another script', () => {
    expect(lost('ko-KR', 'Harbor relay of the Harbor group', '항구 그룹의 Harbor 릴레이')).toEqual([])
  })

  it('counts it where nobody has translated the same English, too', () => {
    const source = 'Harbor address of each Harbor console'
    expect(lost('it-IT', source, 'Indirizzo Harbor di ogni console del porto')).toContain('Harbor')
    expect(lost('it-IT', source, 'Indirizzo Harbor di ogni console Harbor')).toEqual([])
  })

  it('asks for no repetition of a word that is no name', () => {
    expect(
      lost('it-IT', 'The relay of Harbor calls another relay', 'Il relè di Harbor ne chiama un altro'),
    ).toEqual([])
  })
})
