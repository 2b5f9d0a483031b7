import {describe, expect, test} from 'vitest'
import {ask} from '../../support/raw-request.ts'
import {files, text, useServedFolder} from '../../support/served-folder.ts'

const served = useServedFolder()

describe('src/app/serve/serve-fs.ts: ranges (RFC 9110, 14)', () => {
  const range = (value: string, more: Record<string, string> = {}) =>
    ask(served().port, '/file.txt', {headers: {Range: value, ...more}})

  test.each([
    ['bytes=0-0', 'a', '0-0'],
    ['bytes=2-4', 'cde', '2-4'],
    ['bytes=7-', 'hij', '7-9'],
    ['bytes=-3', 'hij', '7-9'],
    ['bytes=-900', text, '0-9'],
    ['bytes=8-900', 'ij', '8-9'],
    ['bytes=0-99999999999999999999999', text, '0-9'],
    ['Bytes=0-1', 'ab', '0-1'],
  ])('%s is a part', async (value, body, place) => {
    expect(await range(value)).toMatchObject({
      status: 206,
      body,
      headers: {'content-range': `bytes ${place}/10`, 'content-length': String(body.length)},
    })
  })

  test.each([
    'bytes=9-2',
    'bytes=0-1,9-2',
    'bytes=a-b',
    'bytes=1',
    'bytes=1-2-3',
    'bytes=-',
    'bytes=',
    'bytes',
    'bytes=0x1-5',
    'bytes=1.5-',
    'lines=0-1',
    'bytes=0-1,5-6',
    'bytes=-3,0-0',
    '',
  ])('“%s” is ignored, and the file comes whole', async (value) => {
    expect(await range(value)).toMatchObject({status: 200, body: text})
  })

  test.each(['bytes=10-', 'bytes=99-100', 'bytes=-0', `bytes=${'9'.repeat(400)}-`])(
    '%s lies beyond',
    async (value) => {
      expect(await range(value)).toMatchObject({status: 416, headers: {'content-range': 'bytes */10'}})
    },
  )

  test('an empty file has no part', async () => {
    for (const value of ['bytes=0-', 'bytes=-5'])
      expect((await ask(served().port, '/empty.txt', {headers: {Range: value}})).status).toBe(416)
    expect(await ask(served().port, '/empty.txt')).toMatchObject({status: 200, body: ''})
  })

  test('a thousand ranges are ignored', async () => {
    expect((await range(`bytes=${'0-1,9-,'.repeat(1000)}`)).status).toBe(200)
  })

  test('it holds for GET alone, and not under a condition', async () => {
    const head = await ask(served().port, '/file.txt', {method: 'HEAD', headers: {Range: 'bytes=0-1'}})
    expect(head).toMatchObject({status: 200, headers: {'content-length': '10'}})
    expect((await range('bytes=0-1', {'If-Range': '"other"'})).body).toBe(text)
  })

  test('a range of a missing page changes nothing', async () => {
    expect((await ask(served().port, '/none', {headers: {Range: 'bytes=0-1'}})).body).toBe(files['404.html'])
  })
})

describe('src/app/serve/serve-fs.ts: conditions (RFC 9110, 13)', () => {
  const page = async () => {
    const response = await fetch(`${served().url}file.txt`)
    return {etag: response.headers.get('etag') ?? '', modified: response.headers.get('last-modified') ?? ''}
  }
  const under = (headers: Record<string, string>) => ask(served().port, '/file.txt', {headers})

  test('what the reader has is not sent again', async () => {
    const {etag, modified} = await page()
    for (const headers of [
      {'If-None-Match': etag},
      {'If-None-Match': `"x", ${etag}`},
      {'If-None-Match': '*'},
      {'If-Modified-Since': modified},
    ])
      expect(await under(headers)).toMatchObject({
        status: 304,
        body: '',
        headers: {etag: etag.toLowerCase(), 'x-content-type-options': 'nosniff'},
      })
  })

  test('what has changed is', async () => {
    const {modified} = await page()
    for (const headers of [
      {'If-None-Match': '"x"'},
      {'If-None-Match': '"x"', 'If-Modified-Since': modified},
      {'If-Modified-Since': 'Sat, 01 Jan 2000 00:00:00 GMT'},
      {'If-Modified-Since': 'no date'},
    ])
      expect(await under(headers)).toMatchObject({status: 200, body: text})
  })

  test('a condition that fails is said', async () => {
    expect((await under({'If-Match': '"x"'})).status).toBe(412)
    expect((await under({'If-Unmodified-Since': 'Sat, 01 Jan 2000 00:00:00 GMT'})).status).toBe(412)
  })
})
