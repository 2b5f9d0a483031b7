/** Workflows of GitHub for a new workspace. */

const steps = (version: string): string => `      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      - run: npm install --global portolan@${version}
`

/** Publishes the site of the main branch on GitHub Pages. */
export const siteWorkflow = (version: string): string => `# Builds the site and publishes it on GitHub Pages.
name: site
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
${steps(version)}      - id: pages
        uses: actions/configure-pages@v5
      - run: portolan build --base "$BASE_PATH/" --site "$BASE_URL/"
        env:
          BASE_PATH: \${{ steps.pages.outputs.base_path }}
          BASE_URL: \${{ steps.pages.outputs.base_url }}
      - uses: actions/upload-pages-artifact@v4
        with:
          path: dist
      - id: deployment
        uses: actions/deploy-pages@v4
`

/** Checks the documents of a pull request. */
export const checkWorkflow = (
  version: string,
): string => `# Finds what translations changed; fails on critical findings.
name: check
on: pull_request
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
${steps(version)}      - run: portolan check content/sources
`
