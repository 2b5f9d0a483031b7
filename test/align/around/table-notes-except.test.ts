import {describe, expect, it} from 'vitest'
import {pipe, readDocument} from '../read-document.ts'

/** Of each row whether it is opened, on which condition, or why not. */
const outcomesOf = (locale: string, header: string, note: string, ...ports: string[]) =>
  readDocument(locale, `${pipe(header, ...ports.map((port) => `TCP ${port} | 10.0.0.4`))}\n\n${note}`).map(
    (row) => (typeof row === 'string' ? row : row.map(({requirement}) => requirement).join()),
  )

describe('notes that forbid all ports but one', () => {
  it.each([
    [
      'en-US',
      'Port | Source',
      'Except for port 4840, these ports must be closed once the setup is complete.',
    ],
    ['de-DE', 'Port | Quelle', 'Diese Ports müssen gesperrt werden, außer Port 4840.'],
    ['fr-FR', 'Port | Source', 'Bloquez ces ports, sauf le port 4840.'],
    ['es-ES', 'Puerto | Origen', 'Bloquee estos puertos excepto el puerto 4840.'],
    ['ru-RU', 'Порт | Источник', 'Заблокируйте эти порты, кроме порта 4840.'],
    ['ja-JP', 'ポート | 送信元', 'ポート 4840 を除き、これらのポートはブロックしてください。'],
    ['zh-CN', '端口 | 源', '除端口 4840 外,请阻止这些端口。'],
    ['ko-KR', '포트 | 원본', '포트 4840을 제외하고 이러한 포트를 차단하십시오.'],
  ])('leave that one open in %s below “%s”: %s', (locale, header, note) => {
    const [one, other] = outcomesOf(locale, header, note, '4840', '4841')
    expect(['unknown', 'conditional']).toContain(one)
    expect(other).toBe('denied')
  })

  it('make a range conditional that holds it and others', () => {
    const note = 'Except for port 4840, these ports must be closed.'
    expect(outcomesOf('en-US', 'Port | Source', note, '4830-4850')).toEqual(['conditional'])
  })

  it('say nothing against ports elsewhere', () => {
    const note = 'All ports except 4840 and 4841 must be blocked at the perimeter.'
    expect(outcomesOf('en-US', 'Port | Source', note, '4840', '4841')).not.toContain('denied')
  })
})
