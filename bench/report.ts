/** Sections of the report as Markdown. */
import type {Section} from './harness.ts'

const number = (value: number): string =>
  value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)

/** A heading, what was measured, a table, and the goals. */
export const sectionToMarkdown = ({title, note, unit, rows, goals}: Section): string => {
  const heads = [...new Set(rows.flatMap(({more}) => Object.keys(more ?? {})))]
  const compared = rows.some(({ratio}) => ratio !== null)
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    `## ${title}`,
    '',
    note,
    '',
    line(['', `median, ${unit}`, 'slowest quarter from', ...(compared ? ['ratio'] : []), ...heads]),
    `|---|--:|--:|${compared ? '--:|' : ''}${'--:|'.repeat(heads.length)}`,
    ...rows.map(({name, median, slow, ratio, more}) =>
      line([
        name,
        number(median),
        number(slow),
        ...(compared ? [ratio === null ? '' : ratio.toFixed(2)] : []),
        ...heads
          .map((head) => more?.[head] ?? '')
          .map((value) => (typeof value === 'number' ? number(value) : value)),
      ]),
    ),
    '',
    ...goals.flatMap(({what, wanted, measured, met}) => [
      `- ${what}: ${measured} (wanted: ${wanted}${met ? '' : '; **not met**'})`,
    ]),
    ...(goals.length > 0 ? [''] : []),
  ].join('\n')
}
