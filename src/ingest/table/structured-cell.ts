/** The text of a cell with its structure, told apart into the two languages as its plain text is. */
import type {CellTexts, EditionCell} from '../../model/edition.ts'
import {GONE, hasStructure, tidyStructure, UNCLEAR} from '../../text/cell-structure.ts'
import {SideTracker} from '../html/span-tags.ts'
import {type MarkedText, splitMarks} from '../marked-text.ts'
import {foldWhiteSpace} from '../white-space.ts'

const structureRE = /[\ufdd0-\ufdd4]/gu
const digitEndRE = /\p{N}$/u
const digitStartRE = /^\p{N}/u

/** Structure between the spans belongs to both languages; two segments of a language never make one number. */
export function splitStructure(marked: MarkedText, text: string): {target: string; source: string} {
  const tracker = new SideTracker()
  const sides = {target: '', source: ''}
  let fresh = {target: false, source: false}
  /** For each open span whether its text is struck out. */
  const struck: boolean[] = []
  const add = (side: 'target' | 'source', part: string): void => {
    const glued = fresh[side] && digitEndRE.test(sides[side]) && digitStartRE.test(part)
    // English is joined by spaces, as its sentences are.
    const space = side === 'source' && fresh.source && sides.source !== '' ? ' ' : ''
    sides[side] += (side === 'target' && glued ? UNCLEAR : space) + part
    fresh = {...fresh, [side]: false}
  }
  splitMarks(
    text,
    marked,
    (part) => {
      if (struck.at(-1)) return
      if (tracker.side === 'source') add('source', part)
      else add('target', part)
      if (tracker.side === 'none') for (const sign of part.match(structureRE) ?? []) sides.source += sign
    },
    (tag) => {
      tracker.tag(tag)
      if (tag.kind === 'close') struck.pop()
      else {
        if (tag.struck) for (const side of ['target', 'source'] as const) sides[side] += GONE
        struck.push(tag.struck === true || struck.at(-1) === true)
      }
      if (tag.kind === 'target' || tag.kind === 'source') fresh = {...fresh, [tag.kind]: true}
    },
  )
  return sides
}

/** A cell with what is read from it, where that is more than its texts. */
export function withStructure(
  cell: EditionCell,
  texts: {target: string; source: string} | null,
): EditionCell {
  if (texts === null || !(hasStructure(texts.target) || hasStructure(texts.source))) return cell
  const read: CellTexts = {
    target: tidyStructure(foldWhiteSpace(texts.target)),
    source: cell.source === null ? null : tidyStructure(foldWhiteSpace(texts.source)),
  }
  return hasStructure(read.target) || hasStructure(read.source ?? '') ? {...cell, read} : cell
}
