import {describe, expect, test} from 'vitest'
import {csvReader, holdsUnits} from '../../../src/formats/csv/read.ts'
import {readText, shortly} from '../readers.ts'

const read = (text: string, size?: number) => readText(csvReader('u.csv'), text, size)
const texts = (text: string, size?: number) =>
  read(text, size).units.map(({id, locale, source, target, place}) => [
    id,
    locale,
    source,
    target,
    place.line,
  ])

describe('src/formats/csv/read.ts', () => {
  test.for([1, 9, 1e6])('reads named columns in any order, in pieces of %i characters', (size) => {
    const file = '\uFEFFlocale,target,source,id\r\nfr,"Tout, ""port""",Any port,a\r\nja,"任意\nの",Any,b\r\n'
    expect(texts(file, size)).toEqual([
      ['a', 'fr', 'Any port', 'Tout, "port"', 2],
      ['b', 'ja', 'Any', '任意\nの', 3],
    ])
  })

  test('reads a column for each language, parted by semicolons or tabs', () => {
    expect(texts('Key;English;fr-fr;pt_BR\nk;Any;Tous;Qualquer\nl;Port;;Porta\n')).toEqual([
      ['k.fr-FR', 'fr-FR', 'Any', 'Tous', 2],
      ['k.pt-BR', 'pt-BR', 'Any', 'Qualquer', 2],
      ['l.pt-BR', 'pt-BR', 'Port', 'Porta', 3],
    ])
    expect(texts('source\tde\nAny\tAlle\n')).toEqual([['1.de', 'de', 'Any', 'Alle', 2]])
  })

  test('says that columns have no names, that a quote never ends, and what is no record', () => {
    expect(shortly(read('a,b\nc,d\n').diagnostics)).toEqual(['1:1 error missing-field'])
    expect(shortly(read('source,fr\n"Any,Tous\n').diagnostics)).toEqual(['2:1 error malformed-csv'])
    expect(shortly(read('source,fr\nA"n"y,Tous\nPort,Port\n').diagnostics)).toEqual([
      '2:1 error malformed-csv',
    ])
  })

  test('tells files of translations from other tables', () => {
    expect(holdsUnits('id,locale,source,target\n1,fr')).toBe(true)
    expect(holdsUnits('id,topic,table,ports\n1,a,2')).toBe(false)
    expect(holdsUnits('')).toBe(false)
  })
})
