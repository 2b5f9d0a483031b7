/** The files of a new workspace, by their paths. */
import {exampleDocuments, exampleTermbases} from './example-document.ts'
import {checkWorkflow, siteWorkflow} from './workflows.ts'

export interface NewFile {
  /** Below the folder of the workspace, with `/`. */
  path: string
  text: string
}

/** @param version of this program, which the workflows run */
export const workspaceFiles = (version: string): NewFile[] => [
  {path: 'README.md', text: readme},
  {path: '.gitignore', text: 'node_modules/\ndata/\ndist/\n'},
  {path: '.github/workflows/site.yml', text: siteWorkflow(version)},
  {path: '.github/workflows/check.yml', text: checkWorkflow(version)},
  ...exampleDocuments.map(({path, text}) => ({path: `content/sources/${path}`, text})),
  ...exampleTermbases.flatMap(({locale, source, approved}) => [
    {
      path: `content/termbase/${locale}.json`,
      text: json({
        locale,
        entries: [
          {source, approved, accepted: [], forbidden: [], note: 'an example: write what was reviewed'},
        ],
      }),
    },
    {path: `content/decisions/${locale}.json`, text: json({locale, entries: []})},
  ]),
  {path: 'content/guide/en/about-these-tables.md', text: guide},
]

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const guide = `---
title: About these tables
description: What they hold and whom to ask.
order: 1
---

Say here what readers should know: which products the tables are about, how often they are renewed, whom to ask.
`

const readme = `# Ports of our documentation

A workspace of [Portolan](https://www.npmjs.com/package/portolan). It needs Node.js 22.22 or newer.

\`\`\`sh
npx portolan start                   # reads the documents, builds the site and serves it here
npx portolan check content/sources   # what translations changed; ends with 1 when something is critical
\`\`\`

| folder | what it holds |
|---|---|
| \`content/sources/<locale>/\` | translated Markdown documents with tables of ports; replace \`example-gateway.md\` |
| \`content/termbase/<locale>.json\` | reviewed terms: approved, accepted and forbidden renderings |
| \`content/decisions/<locale>.json\` | answers of reviewers: \`{source, text, reason, date}\`, the text to publish for an English text |
| \`content/guide/<locale>/\` | pages of your own for readers of the site |
| \`.github/workflows/\` | \`check.yml\` checks pull requests, \`site.yml\` publishes the site on GitHub Pages |

\`data/\` and \`dist/\` are written by each run. For GitHub Pages, choose “GitHub Actions” as the source in the settings of
the repository.
`
