/** Cuts the text of a ruleset of nftables into words and symbols with their lines, with `define`d names put in. */

export interface NftToken {
  kind: 'word' | 'quoted' | 'symbol' | 'end'
  text: string
  line: number
}

const tokenRE = /"([^"\n]*)"|(#[^\n]*)|(\\\n)|(\n)|;|[{},]|!=|==|<=|>=|[<>]|[^\s{},;"#=!<>\\]+|[=!\\"]/g

export function nftTokens(text: string): NftToken[] {
  const tokens: NftToken[] = []
  let line = 1
  for (const {0: whole, 1: quoted, 2: comment, 3: joinedLine, 4: newLine} of text.matchAll(tokenRE)) {
    if (newLine !== undefined) tokens.push({kind: 'end', text: '', line: line++})
    else if (joinedLine !== undefined) line += 1
    else if (quoted !== undefined) tokens.push({kind: 'quoted', text: quoted, line})
    else if (whole === ';') tokens.push({kind: 'end', text: '', line})
    else if (comment === undefined)
      tokens.push({kind: '{},'.includes(whole) ? 'symbol' : 'word', text: whole, line})
  }
  return withDefinitions(tokens)
}

/** `define NAME = value`, where a value may be a list in braces; a name that isn't defined stays as it is. */
function withDefinitions(tokens: readonly NftToken[]): NftToken[] {
  if (!tokens.some(({text, kind}) => text === 'define' && kind === 'word')) return [...tokens]
  const defined = new Map<string, readonly NftToken[]>()
  const found: NftToken[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'word' && token.text === 'define' && tokens[at + 2]?.text === '=') {
      const name = tokens[at + 1]?.text ?? ''
      const value: NftToken[] = []
      let depth = 0
      for (at += 3; at < tokens.length; at++) {
        const next = tokens[at]
        if (next === undefined || (next.kind === 'end' && depth === 0)) break
        if (next.kind === 'end') continue
        if (next.kind === 'symbol') depth += next.text === '{' ? 1 : next.text === '}' ? -1 : 0
        value.push(...definedValue(next, defined))
      }
      defined.set(name, value)
    } else found.push(...definedValue(token, defined))
  }
  return found
}

const definedValue = (
  token: NftToken,
  defined: ReadonlyMap<string, readonly NftToken[]>,
): readonly NftToken[] => {
  if (token.kind !== 'word' || !token.text.startsWith('$')) return [token]
  return defined.get(token.text.slice(1))?.map((each) => ({...each, line: token.line})) ?? [token]
}
