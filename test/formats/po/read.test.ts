import {describe, expect, test} from 'vitest'
import {poReader} from '../../../src/formats/po/read.ts'
import {stateOfSegment, UNSTATED} from '../../../src/formats/work-state.ts'
import {readText, shortly} from '../readers.ts'

const file = [
  '# Translations',
  'msgid ""',
  'msgstr ""',
  '"Language: fr_FR\\n"',
  '"Content-Type: text/plain; charset=UTF-8\\n"',
  '',
  '#: table.md:3',
  'msgid "Any port"',
  'msgstr "Tout \\"port\\""',
  '',
  '#, fuzzy',
  'msgctxt "row"',
  'msgid ""',
  '"TCP "',
  '"443"',
  'msgstr "TCP 443"',
  '',
  'msgid "port"',
  'msgid_plural "ports"',
  'msgstr[0] "port"',
  'msgstr[1] "les ports"',
  '',
  '#~ msgid "Gone"',
  '#~ msgstr "Parti"',
  '',
].join('\n')

const read = (text: string, size?: number) => readText(poReader('fr.po'), text, size)

describe('src/formats/po/read.ts', () => {
  test.for([1, 13, 1e6])('reads entries, contexts and plurals in pieces of %i characters', (size) => {
    const {units, diagnostics} = read(file, size)
    expect(diagnostics).toEqual([])
    expect(
      units.map(({id, locale, source, target, place}) => [id, locale, source, target, place.line]),
    ).toEqual([
      ['1', 'fr-FR', 'Any port', 'Tout "port"', 9],
      ['row: 2', 'fr-FR', 'TCP 443', 'TCP 443', 16],
      ['3', 'fr-FR', 'port', 'port', 20],
      ['4', 'fr-FR', 'ports', 'les ports', 20],
    ])
    expect(units.map(({states}) => states[0])).toEqual([
      UNSTATED,
      stateOfSegment('initial'),
      UNSTATED,
      UNSTATED,
    ])
  })

  test('says what it could not read, and goes on', () => {
    const {units, diagnostics} = read(`${file}\nmsgid "a\nmsgstr "b"\n\nmsgid "UDP"\nmsgstr "UDP"\n`)
    expect(shortly(diagnostics)).toEqual(['26:1 error malformed-po'])
    expect(units.at(-1)).toMatchObject({source: 'UDP', target: 'UDP'})
  })

  test('asks for the language that the header should tell', () => {
    expect(shortly(read('msgid "a"\nmsgstr "b"\n').diagnostics)).toEqual(['2:1 error unknown-locale'])
  })

  test('keeps what stands before a cut', () => {
    expect(read(file.slice(0, file.indexOf('msgid_plural'))).units).toHaveLength(2)
  })

  test.for([
    ['__proto__', 'Any'],
    ['Any', 'Any'],
  ])('says that an entry was lost where entries are called %s and %s', ([one = '', other = '']) => {
    const head = 'msgid ""\nmsgstr "Language: fr\\n"\n\n'
    const entry = (id: string, text: string) => `msgid "${id}"\nmsgstr "${text}"\n`
    const {units, diagnostics} = read(`${head}${entry(one, 'Un')}${entry(other, 'Tous')}`)
    expect(units.map(({target}) => target)).toEqual(['Tous'])
    expect(shortly(diagnostics)).toEqual(['4:1 error malformed-po'])
    expect(diagnostics[0]?.message).toContain('expected 2 entries of PO, found 1')
  })
})
