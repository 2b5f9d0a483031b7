/** Reads the blocks of a FortiOS configuration: `config`, `edit`, `set`, `next`, `end`. */
import type {ConfigFile, Line} from '../device.ts'

export interface FortiEntry {
  /** `firewall policy`. */
  section: string
  name: string
  /** The VDOM that it stands in, or nothing. */
  place: string
  settings: Map<string, string[]>
  line: Line
}

const wordRE = /"((?:[^"\\]|\\.)*)"|(\S+)/g

/** @throws {SyntaxError} when a block is not closed, or closed twice */
export function readFortiEntries({path, text}: ConfigFile): FortiEntry[] {
  const found: FortiEntry[] = []
  /** Blocks around the line, the outermost first; entries of a block are among them. */
  const blocks: {section: string | null; entry: FortiEntry | null; name: string}[] = []
  for (const [at, raw] of text.split('\n').entries()) {
    const line: Line = {path, line: at + 1, text: raw.trim()}
    const [command = '', ...words] = [...line.text.matchAll(wordRE)].map(
      ([, quoted, plain = '']) => quoted ?? plain,
    )
    const top = blocks.at(-1)
    if (command === 'config') blocks.push({section: words.join(' '), entry: null, name: ''})
    else if (command === 'edit') {
      const section = top?.section ?? ''
      const place =
        blocks.find((block) => block.section === null && block.name.startsWith('vdom '))?.name ?? ''
      const entry: FortiEntry = {section, name: words[0] ?? '', place, settings: new Map(), line}
      blocks.push({section: null, entry, name: `${section} ${entry.name}`})
      found.push(entry)
    } else if (command === 'set' && top?.entry != null) top.entry.settings.set(words[0] ?? '', words.slice(1))
    else if (command === 'append' && top?.entry != null)
      top.entry.settings.set(words[0] ?? '', [
        ...(top.entry.settings.get(words[0] ?? '') ?? []),
        ...words.slice(1),
      ])
    else if (command === 'next') {
      if (top?.section !== null) throw new SyntaxError(`line ${at + 1}: “next” outside of an entry`)
      blocks.pop()
    } else if (command === 'end') {
      // An entry may end with its block.
      if (top?.section === null) blocks.pop()
      if (blocks.pop() === undefined) throw new SyntaxError(`line ${at + 1}: “end” outside of a block`)
    }
  }
  const open = blocks.at(-1)
  if (open !== undefined)
    throw new SyntaxError(`the block “${open.section ?? open.name}” doesn’t end: the file is cut off`)
  return found
}
