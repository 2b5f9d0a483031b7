import {describe, expect, it} from 'vitest'
import {type ComparedTexts, textProblems} from '../../../src/app/interface/text-problems.ts'

const english = {
  'nav.home': 'Home',
  'crate.one': '{count} crate',
  'crate.other': '{count} crates',
  'box.one': 'Open the box',
  'box.other': 'Open all {count} boxes',
  'page.from': 'From {from} to {to}',
  'page.formats': 'Link|Text|JSON',
  'page.lead': 'Where the crates of the depot are and which of them are open.',
  'column.other': 'Other',
}

const found = (locale: string, own: ComparedTexts['own'], more: Partial<ComparedTexts> = {}) =>
  textProblems({locale, english, own, ...more}).map(({kind, key}) => `${kind} ${key}`)

const dutch = {
  'nav.home': 'Startpagina',
  'crate.one': '{count} krat',
  'crate.other': '{count} kratten',
  'box.one': 'Doos openen',
  'box.other': 'Alle {count} dozen openen',
  'page.from': 'Van {from} tot {to}',
  'page.formats': 'Koppeling|Tekst|JSON',
  'page.lead': 'Waar de kratten van het depot staan en welke open zijn.',
  'column.other': 'Overig',
}

describe('src/app/interface/text-problems.ts', () => {
  it('finds nothing in texts that are whole', () => {
    expect(found('nl-NL', dutch)).toEqual([])
  })

  it('finds a text that is missing or empty, and a key that nothing shows', () => {
    const {'nav.home': _, ...rest} = dutch
    expect(found('nl-NL', {...rest, 'nav.hoem': 'Start'})).toEqual(['missing nav.home', 'extra nav.hoem'])
    expect(found('nl-NL', {...dutch, 'nav.home': ' '})).toEqual(['missing nav.home'])
  })

  it('takes what ships for the language where the file says nothing', () => {
    expect(found('nl-BE', {'nav.home': 'Thuis'}, {inherited: dutch})).toEqual([])
  })

  it('finds places that are lost, added or spelt otherwise, and parts that are', () => {
    expect(
      found('nl-NL', {...dutch, 'page.from': 'Van {van} tot {to}', 'page.formats': 'Koppeling|JSON'}),
    ).toEqual(['place page.from', 'parts page.formats'])
  })

  it('asks for the forms that whole numbers have in the language, and for no other', () => {
    const polish = {...dutch, 'nav.home': 'Start', 'box.one': 'Otwórz'}
    expect(found('pl-PL', polish)).toEqual([
      'plural crate.few',
      'plural crate.many',
      'plural box.few',
      'plural box.many',
    ])
    const {'crate.one': _one, 'crate.other': _other, ...rest} = dutch
    expect(found('nl-NL', rest)).toEqual(['missing crate.one', 'missing crate.other'])
    // Millions have a form of their own in French and Spanish, which may be written and need not.
    expect(found('es-MX', dutch)).toEqual([])
    expect(found('es-MX', {...dutch, 'crate.many': '{count} de cajas'})).toEqual([])
    const {'crate.one': _, 'box.one': __, ...one} = dutch
    expect(found('ja-JP', one)).toEqual([])
    expect(found('ja-JP', dutch)).toEqual(['plural crate.one', 'plural box.one'])
    expect(textProblems({locale: 'ar', english, own: dutch}).map(({message}) => message)).toContainEqual(
      expect.stringContaining('crate.few that ar needs for 3, 4, 5'),
    )
  })

  it('wants the number in a form that several numbers have, and not in that of one', () => {
    const russian = {
      ...dutch,
      'crate.few': '{count} ящика',
      'crate.many': '{count} ящиков',
      'box.few': '{count} коробки',
      'box.many': '{count} коробок',
    }
    // 21 has the form of 1.
    expect(found('ru-RU', russian)).toEqual(['place box.one'])
    expect(found('pt-BR', dutch)).toEqual([])
  })

  it('finds what is left in English, but for words that are the same in the language', () => {
    expect(found('nl-NL', {...dutch, 'nav.home': 'Home'})).toEqual(['english nav.home'])
    expect(found('nl-NL', {...dutch, 'nav.home': 'Home'}, {unchanged: ['home']})).toEqual([])
    expect(found('nl-NL', {...dutch, 'page.lead': 'Waar the kratten zijn and which open zijn.'})).toEqual([
      'english page.lead',
    ])
    expect(found('nl-NL', {...dutch, 'page.lead': 'Kratten: „Home of the Brave Ltd”.'})).toEqual([
      'english page.lead',
    ])
    expect(textProblems({locale: 'nl', english: {a: 'TCP {b}, CSV'}, own: {a: 'TCP {b}, CSV'}})).toEqual([])
  })

  it('finds a short text that became far longer, by the columns that it takes', () => {
    expect(found('nl-NL', {...dutch, 'nav.home': 'Terug naar de startpagina'})).toEqual(['long nav.home'])
    const one = (text: string) =>
      textProblems({locale: 'ja-JP', english: {a: 'Home'}, own: {a: text}}).map(({kind}) => kind)
    expect(one('ホーム')).toEqual([])
    expect(one('ホームページへ戻るボタン')).toEqual(['long'])
  })

  it('holds changed English to its places alone', () => {
    expect(found('en-GB', {'nav.home': 'Home', 'page.from': 'From {from}', x: 'y'})).toEqual([
      'place page.from',
      'extra x',
    ])
  })
})
