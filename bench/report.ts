/** Sections of the report as Markdown. */
import type {Section} from './harness.ts'

const number = (value: number): string =>
  value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)

/** A heading, what was measured, a table, and the goals. */
export const sectionToMarkdown = ({title, note, unit, rows, goals}: Section): string =>
  [
    `## ${title}`,
    '',
    note,
    '',
    `| | median, ${unit} | slowest quarter from | ratio |`,
    '|---|--:|--:|--:|',
    ...rows.map(
      ({name, median, slow, ratio}) =>
        `| ${name} | ${number(median)} | ${number(slow)} | ${ratio === null ? '' : ratio.toFixed(2)} |`,
    ),
    '',
    ...goals.flatMap(({what, wanted, measured, met}) => [
      `- ${what}: ${measured} (wanted: ${wanted}${met ? '' : '; **not met**'})`,
    ]),
    ...(goals.length > 0 ? [''] : []),
  ].join('\n')
