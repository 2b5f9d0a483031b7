import {describe, expect, it} from 'vitest'
import {pipe, readDocument} from '../../align/read-document.ts'

const headers: Readonly<Record<string, string[]>> = {
  'en-US': ['Source', 'Destination', 'Protocol', 'Port'],
  'de-DE': ['Quelle', 'Ziel', 'Protokoll', 'Port'],
  'fr-FR': ['Source', 'Destination', 'Protocole', 'Port'],
  'es-ES': ['Origen', 'Destino', 'Protocolo', 'Puerto'],
  'ru-RU': ['Источник', 'Назначение', 'Протокол', 'Порт'],
  'ja-JP': ['送信元', '宛先', 'プロトコル', 'ポート'],
  'zh-CN': ['源', '目标', '协议', '端口'],
  'ko-KR': ['원본', '대상', '프로토콜', '포트'],
  'pl-PL': ['Źródło', 'Cel', 'Protokół', 'Port'],
}

/** The row whose first cell spans both ends. */
const rowOf = (locale: string, cell: string) => {
  const head = (headers[locale] ?? []).map((text) => `<th>${text}</th>`).join('')
  const body = `<tr><td colspan="2">${cell}</td><td>TCP</td><td>4840</td></tr>`
  return readDocument(locale, `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`)[0]
}

describe('src/facts/limits/denied-ways.ts', () => {
  it.each([
    ['en-US', 'not between the index server and the tape server'],
    ['en-US', 'never from the agents to the tape server'],
    ['de-DE', 'nicht zwischen Client und Bandserver'],
    ['de-DE', 'kein Zugriff vom Client zum Bandserver'],
    ['fr-FR', 'pas entre le client et le serveur de bandes'],
    ['es-ES', 'no entre el cliente y el servidor de cintas'],
    ['ru-RU', 'не между клиентом и сервером'],
    ['ja-JP', 'クライアントとサーバー間は不可'],
    ['zh-CN', '不在客户端与服务器之间'],
    ['ko-KR', '클라이언트와 서버 간에는 금지'],
    ['pl-PL', 'nie między klientem a serwerem'],
  ])('opens nothing in %s for “%s” over both ends', (locale, cell) => {
    expect(rowOf(locale, cell)).toBe('denied')
  })

  it('opens nothing for such a cell in a column of both ends, or of directions', () => {
    const row = (header: string, cell: string) => readDocument('en-US', pipe(header, cell))[0]
    expect(row('Port | Source / Destination', 'TCP 4840 | not between Index and Tape server')).toBe('denied')
    expect(row('Port | Direction', 'TCP 4840 | not from the client to the tape server')).toBe('denied')
    expect(row('Port | Source / Destination', 'TCP 4840 | Clients cannot reach it')).toBe('unreadable')
  })

  it('reads a number and a remark as they are', () => {
    const ends = (cell: string) => {
      const read = rowOf('en-US', cell)
      return typeof read === 'string' ? read : read?.map(({action}) => action)
    }
    expect(ends('tape server no. 2 to index server')).toEqual(['allow'])
    expect(ends('tape server to index server (no NAT)')).toEqual(['allow'])
    expect(ends('from the client to the tape server')).toEqual(['allow'])
  })
})
