/** Reads files of any size as text in pieces: a text of the engine holds half a gigabyte at most. */
import {closeSync, createReadStream, openSync, readSync} from 'node:fs'

const CHUNK = 1 << 16
/** The declaration stands in the first bytes, in ASCII, if there is one. */
const ENCODING_RE = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/

/** A streaming decoder for a file that starts with these bytes: by byte order mark, by XML declaration, else UTF-8. */
export function decoderOf(start: Uint8Array): TextDecoder {
  const [first, second] = start
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be')
  const declared = ENCODING_RE.exec(new TextDecoder('latin1').decode(start.subarray(0, 200)))?.[1]
  return new TextDecoder(declared !== undefined && isKnown(declared) ? declared : 'utf-8')
}

/** Bytes that spell `<?xml` one by one can't be UTF-16, whatever the declaration says. */
function isKnown(label: string): boolean {
  try {
    return !new TextDecoder(label).encoding.startsWith('utf-16')
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The text in pieces, in the encoding that its mark or its XML declaration names; bytes that aren't text become U+FFFD. @throws Error of the system when it can't be read */
export async function* readChunks(file: string): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  for await (const bytes of createReadStream(file, {highWaterMark: CHUNK})) {
    decoder ??= decoderOf(bytes)
    yield decoder.decode(bytes, {stream: true})
  }
  if (decoder !== null) yield decoder.decode()
}

/** What is read at once of a file of our own. */
const PIECE = 1 << 20

/** The text of a file in UTF-8 in pieces; bytes that aren't text become U+FFFD. @throws Error of the system when it can't be read */
export function* readTextPieces(path: string): Generator<string> {
  const file = openSync(path, 'r')
  try {
    const decoder = new TextDecoder('utf-8', {ignoreBOM: true})
    const bytes = Buffer.allocUnsafe(PIECE)
    for (;;) {
      const count = readSync(file, bytes)
      if (count === 0) break
      yield decoder.decode(bytes.subarray(0, count), {stream: true})
    }
    yield decoder.decode()
  } finally {
    closeSync(file)
  }
}

/** The lines of a text in pieces, without their line feeds; what follows the last one is a line, too, and may be empty. */
export function* linesOf(pieces: Iterable<string>): Generator<string> {
  let begun = ''
  for (const piece of pieces) {
    const lines = piece.split('\n')
    const last = lines.pop() ?? ''
    for (const line of lines) {
      yield begun + line
      begun = ''
    }
    begun += last
  }
  yield begun
}
