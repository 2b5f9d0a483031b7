/** Checks texts of the interface: each problem is told at its place in its file. */
import {isMap, isScalar, LineCounter, type Node, parseDocument} from 'yaml'
import {lexiconOf} from '../../languages/lexicon.ts'
import type {Diagnostic, Place} from '../../model/schema.ts'
import {englishTexts, type Part} from './english-texts.ts'
import type {InterfaceFile} from './interface-files-fs.ts'
import {type TextProblemKind, textProblems} from './text-problems.ts'

/** What goes wrong on a page, and is no matter of taste or of work that is not done yet. */
const wrong: ReadonlySet<TextProblemKind> = new Set(['extra', 'place', 'parts', 'plural'])

/** @param only `wrong` leaves out what is missing, long or English as yet */
export function checkInterface(files: readonly InterfaceFile[], only: 'wrong' | 'all' = 'all'): Diagnostic[] {
  return files.flatMap(({path, text, locale, parts, unchanged}) => {
    const placeOf = keyFinder(text, path)
    return parts.flatMap(({part, own, inherited}) =>
      textProblems({
        locale,
        english: englishTexts[part],
        own,
        inherited,
        unchanged: [...lexiconOf(locale).unchanged, ...unchanged],
      })
        .filter(({kind}) => only === 'all' || wrong.has(kind))
        .map(({kind, key, message, hint}): Diagnostic => {
          const keys = keysOf(part, key)
          return {
            place: placeOf(parts.length > 1 ? [part, ...keys] : keys),
            severity: 'warning',
            id: `interface-${kind}`,
            message,
            hint,
          }
        }),
    )
  })
}

/** The id of a check, which has no dot, and its words are keys of their own. */
const keysOf = (part: Part, key: string): string[] => (part === 'checks' ? key.split('.') : [key])

/** Where a key stands in a JSON or YAML file, or the last of the keys above it that is there. */
function keyFinder(text: string, path: string): (keys: readonly string[]) => Place {
  const lineCounter = new LineCounter()
  const {contents} = parseDocument(text, {lineCounter})
  return (keys) => {
    let offset = 0
    let node: unknown = contents
    for (const key of keys) {
      const pair = isMap(node)
        ? node.items.find((each) => isScalar(each.key) && each.key.value === key)
        : undefined
      if (pair === undefined) break
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value
    }
    const {line, col} = lineCounter.linePos(offset)
    return {path, line, column: col}
  }
}
