import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import {sharePicture} from '../../../src/site/pictures/share-picture.ts'
import {strokeText, strokeWidth} from '../../../src/site/pictures/stroke-letters.ts'

const rules = [
  {ports: [[443, 443]], transports: ['tcp']},
  {ports: [[3478, 3478]], transports: ['udp']},
  {
    ports: [
      [443, 443],
      [50_000, 59_999],
    ],
    transports: ['tcp', 'udp'],
  },
] satisfies Parameters<typeof sharePicture>[0]

describe('src/site/pictures/share-picture.ts', () => {
  test('the picture holds shapes only: no text, no link, nothing that a machine could lack', () => {
    expect(sharePicture(rules)).not.toMatch(/<text|font|href|url\(|<image/)
  })

  test('the order of rules makes no difference', () => {
    expect(sharePicture(rules.toReversed())).toBe(sharePicture(rules))
  })

  test('different ports make different pictures, and a topic without ports a picture as well', () => {
    expect(sharePicture(rules)).not.toBe(sharePicture(rules.slice(0, 2)))
    expect(sharePicture([])).toContain('</svg>')
  })

  test('each figure is drawn within its box', async () => {
    for (const character of '0123456789-ACDLNOPRTU') {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60">${strokeText(character, 15, 10, 40, '#000')}</svg>`
      const {info} = await sharp(Buffer.from(svg))
        .flatten({background: '#fff'})
        .trim()
        .toBuffer({resolveWithObject: true})
      expect([character, info.width <= strokeWidth(character, 40) + 6, info.height <= 46]).toEqual([
        character,
        true,
        true,
      ])
    }
  })

  test('a character without strokes is an error, not a gap', () => {
    expect(() => strokeText('埠', 0, 0, 10, '#000')).toThrow('found “埠”')
  })
})
