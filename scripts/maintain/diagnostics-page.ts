/** Makes `docs/diagnostics.md` from the ids in the code. `npm run readme`; a test fails when it is stale. */
import {diagnosticGroups} from '../../src/model/diagnostic-ids.ts'

const intro = `# Diagnostics

What commands say of documents and files beside the findings of checks, by the id that stands before each message. The severity stands there, too: *error*, something was not read; *warning*, it was read with an assumption; *info*, worth knowing (\`check\` prints these, the other commands most of them not). Ids are stable: they may be searched for, and counted in \`knowledge-base.json\`.

This page is made from the code by \`npm run readme\`.
`

/** The page, with a heading for each id, so that each has an address. */
export const diagnosticsPage = (): string =>
  [
    intro,
    ...diagnosticGroups.flatMap(({title, ids}) => [
      `## ${title}\n`,
      ...Object.entries(ids).flatMap(([id, text]) => [`### \`${id}\`\n`, `${text}\n`]),
    ]),
  ].join('\n')
