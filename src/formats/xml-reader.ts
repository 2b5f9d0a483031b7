/** Reads XML in pieces with saxes and gives elements and text with their places; the first error ends the reading. */

import {SaxesParser} from 'saxes'
import type {DiagnosticId} from '../model/diagnostic-ids.ts'
import type {Place} from '../model/schema.ts'
import type {ChunkReader, ReadingOf} from './interchange-unit.ts'

/** A start tag: its local name, its attributes by qualified name (`xml:lang`), and where its content starts. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  place: Place
}

export interface XmlHandler<T> {
  open(element: XmlElement): void
  text(text: string): void
  close(name: string, emit: (readings: readonly ReadingOf<T>[]) => void): void
}

/** Deeper than any real file; saxes looks for a namespace in each open element, so depth costs quadratic time. */
const MAX_DEPTH = 200

/** Largest piece that is parsed at once, so that reading stops soon after an error. */
const PIECE = 4096

/** saxes puts `line:column: ` before its messages; the place says it already. */
const POSITION_RE = /^\d+:\d+: /

const endsInHalf = (text: string): boolean => {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff
}

const attributeValues = (attributes: Record<string, {value: string}>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, {value}]) => [name, value]))

/**
 * A reader of one XML file. `roots` are the names that its root element may have.
 *
 * Entities of a DTD are never expanded: a reference to one is an error, so that no file grows while it is read.
 * Source: XML 1.0 (Fifth Edition), Namespaces in XML 1.0.
 */
export function xmlReader<T>(path: string, roots: readonly string[], handler: XmlHandler<T>): ChunkReader<T> {
  const parser = new SaxesParser({xmlns: true})
  let readings: ReadingOf<T>[] = []
  let broken = false
  let depth = 0

  const here = (): Place => ({path, line: parser.line, column: parser.columnIndex + 1})
  const emit = (more: readonly ReadingOf<T>[]) => {
    if (!broken) readings.push(...more)
  }
  const fail = (id: DiagnosticId, message: string, hint: string) => {
    emit([{diagnostic: {place: here(), severity: 'error', id, message, hint}}])
    broken = true
  }

  parser.on('error', (error) => {
    const message = error.message.replace(POSITION_RE, '')
    const hint = message.startsWith('undefined entity')
      ? 'write the character itself: entities of a DTD are not expanded; the rest of the file was not read'
      : 'mend the XML here; the rest of the file was not read'
    fail('malformed-xml', `expected well-formed XML, found: ${message}`, hint)
  })
  parser.on('opentag', ({local, attributes}) => {
    if (broken) return
    depth += 1
    if (depth === 1 && !roots.includes(local))
      fail(
        'wrong-root',
        `expected the root element ${roots.join(' or ')}, found ${local}`,
        'is this the right file?',
      )
    else if (depth > MAX_DEPTH)
      fail(
        'too-deep',
        `expected at most ${MAX_DEPTH} elements inside each other, found more`,
        'the rest of the file was not read',
      )
    else handler.open({name: local, attributes: attributeValues(attributes), place: here()})
  })
  const text = (piece: string) => {
    if (!broken) handler.text(piece)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', ({local}) => {
    if (broken) return
    depth -= 1
    handler.close(local, emit)
  })

  const taken = (): ReadingOf<T>[] => {
    const batch = readings
    readings = []
    return batch
  }
  /** First half of a surrogate pair whose second half the next chunk may bring. */
  let half = ''
  return {
    write(chunk) {
      const text = half + chunk
      const whole = text.length - (endsInHalf(text) ? 1 : 0)
      half = text.slice(whole)
      // saxes takes pairs for granted and throws on a half that stands alone.
      const sound = text.slice(0, whole).toWellFormed()
      for (let at = 0; at < sound.length && !broken; at += PIECE) parser.write(sound.slice(at, at + PIECE))
      return taken()
    },
    end() {
      if (!broken && half !== '') parser.write(half.toWellFormed())
      if (!broken) parser.close()
      return taken()
    },
  }
}
