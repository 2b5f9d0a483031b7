/** JSON of a large value in small pieces, so that its text never stands in memory whole. */

/** Yields what `JSON.stringify(value)` gives and a line feed; each member of a list of lists is a piece. */
export function* jsonPieces(value: Readonly<Record<string, unknown>>): Generator<string> {
  yield* objectPieces(value)
  yield '\n'
}

function* objectPieces(value: Readonly<Record<string, unknown>>): Generator<string> {
  let separator = '{'
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue
    yield `${separator}${JSON.stringify(name)}:`
    separator = ','
    if (Array.isArray(member)) yield* listPieces(member)
    else if (isRecord(member)) yield* objectPieces(member)
    else yield JSON.stringify(member)
  }
  yield separator === '{' ? '{}' : '}'
}

function* listPieces(members: readonly unknown[]): Generator<string> {
  let separator = '['
  for (const member of members) {
    yield `${separator}${JSON.stringify(member)}`
    separator = ','
  }
  yield separator === '[' ? '[]' : ']'
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
