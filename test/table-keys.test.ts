/**
 * No word of a document is ever the key of a plain object: `table[word]` finds `constructor` in every table. Asked of the types,
 * since only they tell a table from an array.
 */
import {fileURLToPath} from 'node:url'
import ts from 'typescript'
import {describe, expect, it} from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Where a computed key meets a plain object, as `file:line text`. */
function findTableKeys(program: ts.Program, files: readonly string[]): string[] {
  const checker = program.getTypeChecker()
  /** A text that isn't one of a few known ones. */
  const isAnyText = (type: ts.Type): boolean =>
    type.isUnion()
      ? type.types.some(isAnyText)
      : (type.flags &
          (ts.TypeFlags.String |
            ts.TypeFlags.TemplateLiteral |
            ts.TypeFlags.StringMapping |
            ts.TypeFlags.Any |
            ts.TypeFlags.Unknown)) !==
        0
  /** The name that `for (const name in table)` gives is one that the table has. */
  const isOwnName = (key: ts.Expression): boolean => {
    const declared = checker.getSymbolAtLocation(key)?.valueDeclaration
    return declared !== undefined && ts.isForInStatement(declared.parent.parent)
  }
  const isOffence = (node: ts.Node): boolean => {
    if (ts.isElementAccessExpression(node)) {
      const key = node.argumentExpression
      return !ts.isStringLiteralLike(key) && isAnyText(checker.getTypeAtLocation(key)) && !isOwnName(key)
    }
    return (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.InKeyword &&
      !ts.isPrivateIdentifier(node.left) &&
      !ts.isStringLiteralLike(node.left)
    )
  }
  return files.flatMap((file) => {
    const source = program.getSourceFile(file)
    if (source === undefined) return []
    const found: string[] = []
    const visit = (node: ts.Node): void => {
      if (isOffence(node)) {
        const {line} = source.getLineAndCharacterOfPosition(node.getStart(source))
        found.push(`${file.replace(root, '')}:${line + 1} ${node.getText(source)}`)
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

const config = ts.getParsedCommandLineOfConfigFile(
  `${root}tsconfig.json`,
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({messageText}) => {
      throw new Error(String(messageText))
    },
  },
)
const options = config?.options ?? {}
const ours = (config?.fileNames ?? []).filter(
  (file) => /^(?:src|scripts)\//.test(file.replace(root, '')) && !file.endsWith('.astro'),
)

/** Which lines of a text offend, as if it were a file of its own. */
function offendingLines(lines: readonly string[]): string[] {
  const name = `${root}src/example.ts`
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile
  host.getSourceFile = (file, ...rest) =>
    file === name ? ts.createSourceFile(name, lines.join('\n'), options.target ?? 99) : read(file, ...rest)
  const found = findTableKeys(ts.createProgram([name], {...options, types: []}, host), [name])
  return found.map((each) => lines[Number(/:(\d+) /.exec(each)?.[1]) - 1] ?? each)
}

describe('keys of plain objects', () => {
  it('are found where a word could be any text', () => {
    const wrong = [
      'table[word]',
      'table[word.trim()]',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a program
      'table[`${word}.other`]',
      '(table[word] = 1)',
      'word in table',
    ]
    const right = ["table['word']", 'new Map(Object.entries(table)).get(word)', 'word[0]']
    const lineOf = (text: string): string => `export const f = (word: string) => ${text}`
    const table = 'const table: Record<string, number> = {}'
    expect(offendingLines([table, ...[...wrong, ...right].map(lineOf)])).toEqual(wrong.map(lineOf))
  })

  it('stand nowhere in our code: `lookUp`, a Map or Object.fromEntries takes their place', () => {
    expect(ours.length).toBeGreaterThan(300)
    const found = findTableKeys(ts.createProgram(ours, options), ours)
    expect(found.filter((each) => !each.startsWith('src/text/look-up.ts:'))).toEqual([])
  })
})
