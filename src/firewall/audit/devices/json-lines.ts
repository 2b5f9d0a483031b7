/** JSON with the line of each part, so that a verdict can point at it. */
import {type Node, parseTree} from 'jsonc-parser'
import type {ConfigFile, Line} from '../device.ts'

export interface JsonFile {
  value: unknown
  /** The place of the object or list below these keys and positions; of the deepest one that is there. */
  line(path: readonly (string | number)[], text: string): Line
}

/** @throws {SyntaxError} when the text is no JSON */
export function readJson({path, text}: ConfigFile): JsonFile {
  // PowerShell writes files with a mark of the byte order.
  const plain = text.replace(/^\ufeff/, '')
  const value: unknown = JSON.parse(plain)
  const root = parseTree(plain)
  const starts = lineStarts(plain)
  return {
    value,
    line: (keys, said) => ({path, line: lineOf(starts, deepest(root, keys)), text: said}),
  }
}

function deepest(root: Node | undefined, keys: readonly (string | number)[]): number {
  let node = root
  for (const key of keys) {
    const next =
      typeof key === 'number'
        ? node?.children?.[key]
        : node?.children?.find(({children}) => children?.[0]?.value === key)?.children?.[1]
    if (next === undefined) break
    node = next
  }
  return node?.offset ?? 0
}

const lineStarts = (text: string): number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The line that an offset stands on, from 1, by halving. */
function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}
