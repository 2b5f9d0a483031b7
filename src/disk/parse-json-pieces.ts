/** Reads JSON that is too large for one text of the engine: the counterpart of `json-pieces.ts`. */

/**
 * The value that `JSON.parse` gives for the whole text, which is an object. Each member of it is parsed by itself, and each
 * member of a list in it: these are as large as a text may be, and the whole as large as it is.
 *
 * @throws SyntaxError when it is no JSON, or no object
 */
export const parseJsonPieces = (pieces: Iterable<string>): Record<string, unknown> => {
  const read = readerOf(tokensOf(pieces))
  const start = read('{')
  if (start.mark !== '{') throw unexpected(start)
  const members = membersOf(read)
  const end = read()
  if (end.mark !== '' || !isBlank(end.text)) throw unexpected(end)
  return members
}

/** Text up to a mark that stands in no value, and that mark; an empty one at the end. */
interface Stretch {
  text: string
  mark: string
}

type Reader = (opening?: '{' | '[') => Stretch

/** Reads on to the next mark outside of values; `opening` is such a mark where a value could begin, else it begins a value. */
const readerOf = (tokens: Generator<Token>): Reader => {
  return (opening) => {
    const texts: string[] = []
    let depth = 0
    for (;;) {
      const {value: token, done} = tokens.next()
      if (done) return {text: texts.join(''), mark: ''}
      const {text, isMark} = token
      const opens = isMark && (text === '{' || text === '[')
      const closes = isMark && (text === '}' || text === ']')
      const isOuter = depth === 0 && isMark && !opens
      if (isOuter || (opens && text === opening && depth === 0 && texts.every(isBlank)))
        return {text: texts.join(''), mark: text}
      if (opens) depth += 1
      if (closes) depth -= 1
      texts.push(text)
    }
  }
}

/** Of an object whose opening mark is read, up to its closing one. */
const membersOf = (read: Reader): Record<string, unknown> => {
  const members: [string, unknown][] = []
  let name = read()
  if (name.mark === '}' && isBlank(name.text)) return {}
  for (;;) {
    const key: unknown = JSON.parse(name.text)
    if (name.mark !== ':' || typeof key !== 'string') throw unexpected(name)
    const value = read('[')
    const isList = value.mark === '['
    members.push([key, isList ? listOf(read) : JSON.parse(value.text)])
    const end = isList ? read() : value
    if (isList && !isBlank(end.text)) throw unexpected(end)
    if (end.mark === '}') return Object.fromEntries(members)
    if (end.mark !== ',') throw unexpected(end)
    name = read()
  }
}

/** Of a list whose opening mark is read, up to its closing one. */
const listOf = (read: Reader): unknown[] => {
  const members: unknown[] = []
  let member = read()
  if (member.mark === ']' && isBlank(member.text)) return members
  for (;;) {
    members.push(JSON.parse(member.text))
    if (member.mark === ']') return members
    if (member.mark !== ',') throw unexpected(member)
    member = read()
  }
}

const isBlank = (text: string): boolean => text.trim() === ''

const unexpected = ({text, mark}: Stretch): SyntaxError =>
  new SyntaxError(`expected one JSON object, found ${(text + mark).trim().slice(0, 40) || 'its end'}`)

/** What may end a run of text outside of a string, and inside of one. */
const markRE = /["[\]{},:]/g
const quoteRE = /["\\]/g

/** A mark outside of strings, or a run of text between such marks, which may be cut anywhere: a lone `{` of a string is no mark. */
interface Token {
  text: string
  isMark: boolean
}

function* tokensOf(pieces: Iterable<string>): Generator<Token> {
  let inString = false
  let isEscaped = false
  for (const piece of pieces) {
    let start = 0
    let at = 0
    while (at < piece.length) {
      if (isEscaped) {
        isEscaped = false
        at += 1
        continue
      }
      const stop = inString ? quoteRE : markRE
      stop.lastIndex = at
      const found = stop.exec(piece)
      if (found === null) break
      at = found.index + 1
      const [mark] = found
      if (mark === '\\') isEscaped = true
      else if (mark === '"') inString = !inString
      else {
        if (found.index > start) yield {text: piece.slice(start, found.index), isMark: false}
        yield {text: mark, isMark: true}
        start = at
      }
    }
    if (start < piece.length) yield {text: piece.slice(start), isMark: false}
  }
}
