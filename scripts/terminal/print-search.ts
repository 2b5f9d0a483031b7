/** Prints search results and sets the exit code. */

import type {Search} from '../../src/app/search/search-dataset.ts'
import {printable, printableLines} from '../../src/text/printable.ts'
import {countText, hitsToText} from './hits-table.ts'

/** @param none what is said where there is no result */
export const printSearch = (found: Search, json: boolean, none: string): void => {
  if (json) process.stdout.write(`${printableLines(JSON.stringify(found, null, 2))}\n`)
  else if (found.total === 0) process.stdout.write(`${printable(none)}\n`)
  else {
    const {isTTY, columns} = process.stdout
    process.stdout.write(`${hitsToText(found.rules, isTTY ? columns : null)}\n`)
    if (isTTY) process.stdout.write(`${countText(found.total)}\n`)
  }
  if (!json)
    for (const {kind, text, other} of found.query.notes)
      process.stderr.write(`${printable(noteText(kind, text, other))}\n`)
  if (!json && found.instead !== null) process.stderr.write(`did you mean “${printable(found.instead)}”?\n`)
  if (found.total === 0) process.exitCode = 1
}

const noteText = (
  kind: Search['query']['notes'][number]['kind'],
  text: string,
  other: string | null,
): string =>
  kind === 'read-as-number'
    ? `“${text}” was read as one port; for several, ask “${other ?? ''}”`
    : `“${text}” was read as several ports: no port is as high`
