/** The text of a cell with its structure, told apart into the two languages as its plain text is. */
import type {CellTexts, EditionCell} from '../../model/edition.ts'
import {GONE, hasStructure, tidyStructure, UNCLEAR} from '../../text/cell-structure.ts'
import {SideTracker} from '../html/span-tags.ts'
import {type MarkedText, splitMarks} from '../marked-text.ts'
import {foldWhiteSpace} from '../white-space.ts'

const structureRE = /[\ufdd0-\ufdd4]/gu
const digitEndRE = /\p{N}$/u
const digitStartRE = /^\p{N}/u

/**
 * Structure between the spans belongs to both languages; two segments of a language never make one number, nor do the text
 * in another span and what stands beside it.
 */
export function splitStructure(marked: MarkedText, text: string): {target: string; source: string} {
  const tracker = new SideTracker()
  const sides = {target: '', source: ''}
  let fresh = {target: false, source: false}
  /** For each open span whether it is one of ours, and whether its text is gone. */
  const open: {plain: boolean; gone: boolean}[] = []
  let border = false
  const add = (side: 'target' | 'source', part: string): void => {
    const glued = fresh[side] && digitEndRE.test(sides[side]) && digitStartRE.test(part)
    // English is joined by spaces, as its sentences are.
    const space = side === 'source' && fresh.source && sides.source !== '' ? ' ' : ''
    const parted = border && digitEndRE.test(sides[side]) && digitStartRE.test(part)
    sides[side] += (parted || (side === 'target' && glued) ? UNCLEAR : space) + part
    fresh = {...fresh, [side]: false}
    border = false
  }
  splitMarks(
    text,
    marked,
    (part) => {
      if (open.at(-1)?.gone) return
      if (tracker.side === 'source') add('source', part)
      else add('target', part)
      if (tracker.side === 'none') for (const mark of part.match(structureRE) ?? []) sides.source += mark
    },
    (tag) => {
      tracker.tag(tag)
      if (tag.kind === 'close') border = open.pop()?.plain === true || border
      else {
        const isGone = tag.gone === true
        if (isGone) for (const side of ['target', 'source'] as const) sides[side] += GONE
        open.push({plain: tag.kind === 'plain', gone: isGone || open.at(-1)?.gone === true})
        border ||= tag.kind === 'plain'
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
