import {describe, expect, it} from 'vitest'
import {decisionEntry, editAddress, readPlace, reportAddress} from '../../../src/site/evidence/act-text.ts'

describe('src/site/evidence/act-text.ts', () => {
  it('reads a place at its last colon', () => {
    expect(readPlace('fr-FR/a: b.md:12')).toEqual({path: 'fr-FR/a: b.md', line: '12'})
    expect(readPlace('')).toBe(null)
    expect(readPlace('fr-FR/a.md')).toBe(null)
  })

  it('leads to the line of a document, whatever its path holds', () => {
    const template = 'https://git.example/docs/edit/main/{path}?plain=1#L{line}'
    expect(editAddress(template, {path: 'ja-JP/ポート #1?.md', line: '7'})).toBe(
      'https://git.example/docs/edit/main/ja-JP/%E3%83%9D%E3%83%BC%E3%83%88%20%231%3F.md?plain=1#L7',
    )
    expect(editAddress('https://git.example/{path}{unknown}', {path: 'a.md', line: '1'})).toBe(
      'https://git.example/a.md{unknown}',
    )
  })

  it('fills an issue or a mail, and lets no text of a document out of its place', () => {
    const report = {
      title: 'A & B: Notes',
      lines: ['https://ports.example/#r-1', 'x&title=y', '50 % + {title}'],
    }
    expect(reportAddress('https://git.example/new?title={title}&body={body}', report)).toBe(
      'https://git.example/new?title=A%20%26%20B%3A%20Notes&body=https%3A%2F%2Fports.example%2F%23r-1%0Ax%26title%3Dy%0A50%20%25%20%2B%20%7Btitle%7D',
    )
    expect(reportAddress('mailto:docs@example.org?subject={title}&body={body}', report)).toMatch(
      /^mailto:docs@example\.org\?subject=A%20%26%20B/,
    )
  })

  it('gives an entry that a file of decisions holds', () => {
    expect(JSON.parse(decisionEntry('Any', '每', '2026-01-02'))).toEqual({
      source: 'Any',
      text: '每',
      reason: '',
      date: '2026-01-02',
    })
  })
})
