import {describe, expect, it} from 'vitest'
import {
  directionOfCell,
  directionOfHeader,
  directionOfText,
} from '../../../src/facts/direction/direction-words.ts'

describe('src/facts/direction/direction-words.ts', () => {
  it.each([
    ['en', 'Inbound', 'in'],
    ['en', 'Outbound only', 'out'],
    ['en', 'In/Out', 'both'],
    ['en', 'Inbound (from probes)', 'in'],
    ['en', 'Two-way', 'both'],
    ['en', 'From', 'in'],
    ['en', 'To', 'out'],
    ['en', '←', 'in'],
    ['en', '<->', 'both'],
    ['de-DE', 'Ausgehend', 'out'],
    ['de-DE', 'Ein- und ausgehend', 'both'],
    ['fr-FR', 'Sortant', 'out'],
    ['es-ES', 'Ambos sentidos', 'both'],
    ['it-IT', 'In uscita', 'out'],
    ['pt-BR', 'Saída', 'out'],
    ['ru-RU', 'Входящий', 'in'],
    ['ja-JP', '受信', 'in'],
    ['zh-TW', '輸入/輸出', 'both'],
    ['zh-CN', '出站', 'out'],
    ['ko-KR', '양방향', 'both'],
    ['en', 'Sideways', null],
    ['en', 'not inbound', null],
    ['en', '443', null],
  ])('reads a cell in %s: %s as %s', (locale, cell, direction) => {
    expect(directionOfCell(cell, locale)).toBe(direction)
  })

  it.each([
    ['de-DE', 'Ein-/Ausgehend'],
    ['de-DE', 'aus- oder eingehend'],
    ['de-DE', 'Ein- bzw. ausgehend'],
    ['en', 'In-/Outbound'],
    ['en', 'In- and outgoing'],
    ['en', 'In/outbound'],
    ['nl-NL', 'In- en uitgaand'],
    ['sv-SE', 'In- och utgående'],
    ['da-DK', 'Ind- og udgående'],
    ['nb-NO', 'Inn-/utgående'],
    ['hu-HU', 'be- és kimenő'],
    ['ko-KR', '인/아웃바운드'],
    ['ru-RU', 'Вход/выход'],
    ['ru-RU', 'Вх./Исх.'],
    ['zh-CN', '进/出'],
  ])('reads both ways in %s where two words share an end, or are short: %s', (locale, cell) => {
    expect(directionOfCell(cell, locale)).toBe('both')
    expect(directionOfHeader(cell, locale)).toBeNull()
  })

  it('takes a word before a hyphen or a slash for no direction that is none', () => {
    expect(directionOfText('Ein- und ausgehende Ports', 'de-DE')).toBe('both')
    expect(directionOfText('Ein- und Ausschalten', 'de-DE')).toBeNull()
    expect(directionOfText('Web-/ausgehende Ports', 'de-DE')).toBe('out')
    expect(directionOfText('Built-in / outbound', 'en')).toBe('out')
    expect(directionOfCell('Inbound/HTTPS', 'en')).toBe('in')
  })

  it('reads a yes below a header that is a direction', () => {
    expect(directionOfCell('✓', 'en', 'Inbound')).toBe('in')
    expect(directionOfCell('Ja', 'de-DE', 'Ausgehend')).toBe('out')
    expect(directionOfCell('Yes', 'en', 'Encrypted')).toBeNull()
  })

  it('knows columns and headings of one direction', () => {
    expect(directionOfHeader('Inbound ports', 'en')).toBe('in')
    expect(directionOfHeader('Direction', 'en')).toBeNull()
    expect(directionOfText('Inbound rules for nodes', 'en')).toBe('in')
    expect(directionOfText('Eingehende Verbindungen', 'de-DE')).toBe('in')
    expect(directionOfText('Inbound and outbound rules', 'en')).toBe('both')
  })

  it('takes no syllable of a longer word for a direction', () => {
    expect(directionOfText('資産インテリジェンス', 'ja-JP')).toBeNull()
    expect(directionOfText('Installation', 'en')).toBeNull()
  })
})
