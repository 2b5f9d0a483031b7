/** Documents about ports as six documentation systems keep them, in English and French, with the markup of each. */

const TABLE = {
  en: ['Protocol', 'Port', 'Purpose'],
  fr: ['Protocole', 'Port', 'Objectif'],
}

/** A table with markup in its cells: `head` stands above it, `cell` in the column of purposes. */
const page = (locale: 'en' | 'fr', head: string, cells: readonly string[], tail = ''): string =>
  [
    head,
    `| ${TABLE[locale].join(' | ')} |`,
    '|---|---|---|',
    ...cells.map((cell, row) => `| TCP | ${8100 + row} | ${cell} |`),
    '',
    tail,
    '',
  ].join('\n')

const hugo = (locale: 'en' | 'fr', [title, gate, store]: readonly [string, string, string]) =>
  page(
    locale,
    `---\ntitle: ${title}\n---\n<!-- overview -->\n\n{{< feature-state for_version="v2" >}}\n\n## ${gate} {#gate}\n\n{{% alert title="${store}" %}}\n${gate} {{< param "release" >}}.\n{{% /alert %}}\n\n{{< tabs name="os" >}}\n{{< tab name="${gate}" >}}${store}{{< /tab >}}\n{{< /tabs >}}\n`,
    [`{{< glossary_tooltip text="${gate}" term_id="gate" >}}`, `${store}[^1] <!-- ${gate} -->`],
    `[^1]: ${gate} {{% version %}}`,
  )
const docusaurus = (locale: 'en' | 'fr', [title, gate, store]: readonly [string, string, string]) =>
  page(
    locale,
    `---\ntitle: ${title}\n---\nimport Tabs from '@theme/Tabs'\nimport TabItem from '@theme/TabItem'\n\nexport const mark = ({children}) => <b>{children}</b>\n\n## ${gate} {#gate}\n\n:::note ${store}\n\n${gate}.\n\n:::\n\n<Tabs groupId="os">\n<TabItem value="a" label="${gate}" default>\n\n${store}.\n\n</TabItem>\n</Tabs>\n\n{/* ${store} */}\n`,
    [`<Link to="/gate">${gate}</Link>`, `${store}[^2]`],
    `[^2]: ${gate}`,
  )
const starlight = (locale: 'en' | 'fr', [title, gate, store]: readonly [string, string, string]) =>
  page(
    locale,
    `---\ntitle: ${title}\n---\nimport { Aside, Card } from '@astrojs/starlight/components';\n\n:::caution[${store}]\n${gate}.\n:::\n\n<Aside type="tip">${store}.</Aside>\n\n<Card title="${gate}" icon="star">\n${store}.\n</Card>\n`,
    [gate, `${store} {/* ${gate} */}`],
  )
const mkdocs = (locale: 'en' | 'fr', [title, gate, store]: readonly [string, string, string]) =>
  page(
    locale,
    `# ${title}\n\n--8<-- "snippets/head.md"\n\n!!! warning "${store}"\n    ${gate}.\n\n??? note\n    ${store}.\n\n=== "${gate}"\n\n    ${store}.\n\n{% if site.beta %}${gate}{% endif %} {{ config.site_name }}\n\n## ${gate} { #gate .small }\n`,
    [`${gate}{ .annotate }`, `${store}[^note]`],
    `[^note]: ${gate}\n{: .last }`,
  )
const docfx = (locale: 'en' | 'fr', [title, gate, store]: readonly [string, string, string]) =>
  page(
    locale,
    `---\ntitle: ${title}\nms.contentlocale: ${locale === 'en' ? 'en-us' : 'fr-fr'}\n---\n# ${title}\n\n[!INCLUDE [head](../includes/head.md)]\n\n> [!NOTE]\n> ${gate}.\n\n> [!div class="nextstepaction"]\n> [${store}](next.md)\n\n:::moniker range=">= v2"\n${store}.\n:::moniker-end\n`,
    [`[!UICONTROL ${gate}]`, `${store} [!INCLUDE [short](../includes/short.md)] [^1]`],
    `[^1]: ${gate}`,
  )
const plain = (locale: 'en' | 'fr', [title, gate, store]: readonly [string, string, string]) =>
  page(
    locale,
    `# ${title}\n\n<!-- ${gate} -->\n\n> [!TIP]\n> ${store}.\n\n[[_TOC_]]\n`,
    [`<sup>*</sup>${gate}`, `${store}[^1]`],
    `[^1]: ${gate}`,
  )

/** A name of its own for each topic, so that none is another one’s translation. */
const words = {
  en: (name: string) => [`Ports of ${name}`, 'Gate of the console', 'Store of blocks'] as const,
  fr: (name: string) => [`Ports de ${name}`, 'Porte de la console', 'Stockage de blocs'] as const,
}

/** Texts by path. */
export const markupDocuments: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'hugo/content/en/docs/anvil.md': hugo('en', words.en('Anvil')),
    'hugo/content/fr/docs/anvil.md': hugo('fr', words.fr('Anvil')),
    'docusaurus/docs/brindle.mdx': docusaurus('en', words.en('Brindle')),
    'docusaurus/i18n/fr/docusaurus-plugin-content-docs/current/brindle.mdx': docusaurus(
      'fr',
      words.fr('Brindle'),
    ),
    'starlight/src/content/docs/en/cobalt.mdx': starlight('en', words.en('Cobalt')),
    'starlight/src/content/docs/fr/cobalt.mdx': starlight('fr', words.fr('Cobalt')),
    'mkdocs/docs/dunlin.en.md': mkdocs('en', words.en('Dunlin')),
    'mkdocs/docs/dunlin.fr.md': mkdocs('fr', words.fr('Dunlin')),
    'docfx/Ember/docs/ember.md': docfx('en', words.en('Ember')),
    'docfx/Ember.fr-fr/docs/ember.md': docfx('fr', words.fr('Ember')),
    'plain/en/fathom.md': plain('en', words.en('Fathom')),
    'plain/fr/fathom.md': plain('fr', words.fr('Fathom')),
  }),
)
