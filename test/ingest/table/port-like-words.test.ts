import {describe, expect, it} from 'vitest'
import {readHeader} from '../../../src/ingest/table/header-words.ts'
import {CUT, mayHoldPath, namesPorts} from '../../../src/ingest/table/port-like-words.ts'
import {knownLocales, localeData} from '../../../src/languages/languages.ts'

const portKinds = new Set<string>(['path', 'port', 'sourcePort', 'portStart', 'portCount'])
const fullWidth = (text: string) =>
  text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

describe('src/ingest/table/port-like-words.ts', () => {
  it.each([...knownLocales, 'und'])(
    'knows every header of %s that makes a column of ports, however it is spelt',
    (locale) => {
      const headers = Object.values(localeData(locale).headers).flat()
      const spellings = headers.flatMap((text) => [
        text,
        text.toUpperCase(),
        text.normalize('NFD'),
        fullWidth(text),
        `${text} (x)`,
        `<p><strong>${text}</strong></p>`,
      ])
      const missed = spellings.filter(
        (text) => portKinds.has(readHeader(text.replace(/<[^>]*>/g, ''), locale).kind) && !namesPorts(text),
      )
      expect(missed).toEqual([])
    },
  )

  it.each(['Support', 'Report', 'Import from', '說明', 'Beschreibung', 'Rôle', 'Protocol', ''])(
    'sees no ports in the header “%s”',
    (text) => expect(namesPorts(text)).toBe(false),
  )

  it.each([
    'TCP',
    'udp',
    'TCP443',
    'SIP/MTLS/5061',
    'XMPP 5269',
    '443 (HTTPS)',
    'MS-TURN/3478',
    `T${CUT}C${CUT}P`,
    `name${CUT}TCP${CUT}x`,
    `Remote${CUT}procedure ${CUT}call 135`,
    'a line\n1 SIP\nand more',
  ])('takes “%s” for what may be a path', (text) => expect(mayHoldPath(text)).toBe(true))

  it.each(['24/7', 'windows 10', 'https', '5061', 'SIP', 'voice of 5', 'SIP\n5061'])(
    'takes “%s” for no path',
    (text) => expect(mayHoldPath(text)).toBe(false),
  )
})
