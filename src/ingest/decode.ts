/** Bytes of a document to text and back, without losing a byte of what was readable. */
import type {DiagnosticId} from '../model/diagnostic-ids.ts'
import type {Diagnostic} from '../model/schema.ts'
import {lineAndColumn, lineStarts} from './newlines.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

export interface DecodedText {
  /** Without the byte order mark; line ends as found. */
  text: string
  encoding: Encoding
  /** Whether the file starts with a byte order mark. */
  bom: boolean
  diagnostics: Diagnostic[]
}

/** How many bytes are looked at when a file without a mark might be UTF-16. */
const SAMPLE = 1024

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
const utf8Lossy = new TextDecoder('utf-8', {ignoreBOM: true})

/**
 * Encoding by byte order mark (Unicode 16, 23.8), else by where the zero bytes of ASCII characters stand.
 *
 * @param zero index of the first zero byte, -1 for none
 */
function detect(bytes: Uint8Array, zero: number): {encoding: Encoding; bom: boolean; skip: number} {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return {encoding: 'utf-8', bom: true, skip: 3}
  if (first === 0xff && second === 0xfe) return {encoding: 'utf-16le', bom: true, skip: 2}
  if (first === 0xfe && second === 0xff) return {encoding: 'utf-16be', bom: true, skip: 2}
  if (zero === -1 || zero >= SAMPLE) return {encoding: 'utf-8', bom: false, skip: 0}
  const pairs = Math.min(bytes.length, SAMPLE) >>> 1
  let evenZeros = 0
  let oddZeros = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) evenZeros++
    if (bytes[2 * pair + 1] === 0) oddZeros++
  }
  // Zeros in one half of the pairs only; text with stray NUL bytes has them in both or has few.
  if (pairs > 1 && oddZeros * 3 > pairs && evenZeros * 8 < oddZeros)
    return {encoding: 'utf-16le', bom: false, skip: 0}
  if (pairs > 1 && evenZeros * 3 > pairs && oddZeros * 8 < evenZeros)
    return {encoding: 'utf-16be', bom: false, skip: 0}
  return {encoding: 'utf-8', bom: false, skip: 0}
}

function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  const units = new Uint16Array(Math.min(8192, bytes.length >>> 1))
  let filled = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    units[filled++] = view.getUint16(at, littleEndian)
    if (filled === units.length) {
      parts.push(String.fromCharCode(...units))
      filled = 0
    }
  }
  parts.push(String.fromCharCode(...units.subarray(0, filled)))
  return parts.join('')
}

/** Reads UTF-8 with or without a mark and UTF-16 of either byte order; never throws, says what it replaced. */
export function decode(bytes: Uint8Array, path: string): DecodedText {
  const zero = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(0)
  const {encoding, bom, skip} = detect(bytes, zero)
  const body = bytes.subarray(skip)
  const diagnostics: Diagnostic[] = []
  const report = (
    text: string,
    offset: number,
    severity: Diagnostic['severity'],
    id: DiagnosticId,
    say: [string, string],
  ) => {
    const place = {path, ...lineAndColumn(lineStarts(text), offset)}
    diagnostics.push({place, severity, id, message: say[0], hint: say[1]})
  }
  let text: string
  if (encoding === 'utf-8') {
    try {
      text = utf8.decode(body)
    } catch {
      const good = validUtf8Length(body)
      text = utf8Lossy.decode(body)
      const before = utf8.decode(body.subarray(0, good))
      const byte = (body[good] ?? 0).toString(16).padStart(2, '0')
      report(text, before.length, 'error', 'invalid-utf8', [
        `Unexpected byte 0x${byte}, expected UTF-8; unreadable bytes were replaced by U+FFFD`,
        'Save the document as UTF-8.',
      ])
    }
  } else {
    text = decodeUtf16(body, encoding === 'utf-16le')
    if (body.length % 2 === 1) {
      report(text, text.length, 'error', 'cut-utf16', [
        'Unexpected single byte at the end, expected pairs of bytes; it was left out',
        'Save the document again, it seems to be cut.',
      ])
    }
    report(text, 0, 'info', 'utf16', [
      `Read as ${encoding.toUpperCase()}${bom ? '' : ', by the position of its zero bytes'}`,
      'UTF-8 is what most tools expect.',
    ])
  }
  // Zero bytes are looked for in the bytes: in a text it takes six times as long.
  const nul = zero === -1 && encoding === 'utf-8' ? -1 : text.indexOf('\0')
  if (nul !== -1) {
    report(text, nul, 'warning', 'nul-byte', [
      'Unexpected NUL character in a text',
      'Remove it; it is left out of all texts that are read.',
    ])
  }
  if (text.trim() === '') {
    report(text, 0, 'warning', 'empty-file', [
      'Unexpected empty file, expected a document',
      'Remove the file or restore its content.',
    ])
  }
  return {text, encoding, bom, diagnostics}
}

/** Writes text in an encoding; `encode(decode(bytes))` gives the same bytes for every file that decodes without an error. */
export function encode({text, encoding, bom}: Pick<DecodedText, 'text' | 'encoding' | 'bom'>): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(bom ? `\ufeff${text}` : text)
  const marked = bom ? `\ufeff${text}` : text
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < marked.length; at++) {
    view.setUint16(2 * at, marked.charCodeAt(at), encoding === 'utf-16le')
  }
  return bytes
}

/** Number of bytes before the first one that is not well-formed UTF-8 (Unicode 16, table 3-7). */
function validUtf8Length(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    const [length, low, high] =
      lead < 0x80
        ? [1, 0, 0]
        : lead < 0xc2
          ? [0, 0, 0]
          : lead < 0xe0
            ? [2, 0x80, 0xbf]
            : lead < 0xf0
              ? [3, lead === 0xe0 ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf]
              : lead < 0xf5
                ? [4, lead === 0xf0 ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf]
                : [0, 0, 0]
    if (length === 0) return at
    for (let next = 1; next < length; next++) {
      const byte = bytes[at + next] ?? 0
      if (next === 1 ? byte < low || byte > high : byte < 0x80 || byte > 0xbf) return at
    }
    at += length
  }
  return at
}
