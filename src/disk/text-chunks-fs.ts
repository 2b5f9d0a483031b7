/** Reads a file as text in pieces, in the encoding that its mark or its XML declaration names. */
import {createReadStream} from 'node:fs'

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

/** The text in pieces; bytes that aren't text become U+FFFD. @throws Error of the system when it can't be read */
export async function* readChunks(file: string): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  for await (const bytes of createReadStream(file, {highWaterMark: CHUNK})) {
    decoder ??= decoderOf(bytes)
    yield decoder.decode(bytes, {stream: true})
  }
  if (decoder !== null) yield decoder.decode()
}
