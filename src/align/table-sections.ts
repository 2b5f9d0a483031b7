/** Rows of one text that group those below them: what they say holds up to the next such row. */
import {denialIn} from '../facts/denied-text.ts'
import {anyButConditional, frameOf, type TableFrame} from '../facts/table-frame.ts'
import {readingOf} from '../model/edition.ts'
import {marksOf} from './around/table-notes.ts'
import {isPublished, type MergedRow, type MergedTable} from './merge.ts'

export interface Section {
  /** Whether the row is the title itself. */
  isTitle: boolean
  frame: TableFrame
  /** What its title says against opening anything; null where it says nothing. */
  denial: string | null
  /** Marks of notes in its title. */
  marks: ReadonlySet<string>
}

/** The section of each row that stands in one. */
export function sectionsOf(
  {rows}: MergedTable,
  width: number,
  isCurrent: (edition: string) => boolean,
  localeOf: (edition: string) => string,
): Map<MergedRow, Section> {
  const sections = new Map<MergedRow, Section>()
  let section: Omit<Section, 'isTitle'> | null = null
  for (const row of rows) {
    if (width < 2 || !isPublished(row, isCurrent)) continue
    const title = titleOf(row, localeOf)
    if (title !== null) {
      const denial = denialIn(title.text, title.locale)
      section = {
        frame: frameOf([title], anyButConditional),
        denial: denial === null ? null : `the rows stand under “${denial.slice(0, 80)}”`,
        marks: marksOf(row, []),
      }
    }
    if (section !== null) sections.set(row, {...section, isTitle: title !== null})
  }
  return sections
}

/** What a section says goes before what the table says. */
export const frameIn = (table: TableFrame, section: Section | undefined): TableFrame => {
  const own = section?.frame
  if (own === undefined) return table
  const ends = (own.connection ?? own.machine) ? own : table
  return {
    connection: ends.connection,
    machine: ends.machine,
    direction: own.direction ?? table.direction,
    requirement: own.requirement ?? table.requirement,
    limits: [...own.limits, ...table.limits],
    unclear: own.unclear ?? table.unclear,
    ...(table.ofPorts === undefined ? {} : {ofPorts: table.ofPorts}),
  }
}

/** The text of a row whose cells all say the same, or of which the first alone says something; null for other rows. */
function titleOf(
  row: MergedRow,
  localeOf: (edition: string) => string,
): {text: string; locale: string} | null {
  for (const [edition, {cells}] of row.editions) {
    if (cells.length < 2) continue
    const texts = cells.map((cell) => readingOf(cell)).map(({source, target}) => source ?? target)
    const [first = ''] = texts
    const one = texts.every((text) => text === first) || texts.slice(1).every((text) => text === '')
    // A port that stands alone is none.
    if (one && /\p{L}/u.test(first) && !/\p{N}{2}/u.test(first))
      return {text: first, locale: cells[0]?.source === null ? localeOf(edition) : 'en'}
  }
  return null
}
