/** A rule as it is copied: its address, or what its row shows as text, Markdown or JSON. */

/** What a row shows. */
export interface ShownRule {
  address: string
  /** Ports as shown. */
  opens: string[]
  /** Transport, protocol, security, direction, requirement as shown. */
  chips: string[]
  /** Names of columns and texts. */
  cells: [column: string, text: string][]
}

export const copyFormats = ['link', 'text', 'markdown', 'json'] as const
export type CopyFormat = (typeof copyFormats)[number]

export function ruleToClipboard(rule: ShownRule, format: CopyFormat): string {
  const opens = [...rule.opens, ...rule.chips].join(' ')
  switch (format) {
    case 'link':
      return rule.address
    case 'text':
      return [opens, ...rule.cells.map(([, text]) => text), rule.address].join('\t')
    case 'markdown':
      return [
        `- **${escapeMarkdown(opens)}**`,
        ...rule.cells.map(([column, text]) => `  - ${escapeMarkdown(column)}: ${escapeMarkdown(text)}`),
        `  - <${rule.address}>`,
      ].join('\n')
    case 'json':
      return JSON.stringify({...rule, cells: Object.fromEntries(rule.cells)}, null, 2)
  }
}

export const escapeMarkdown = (text: string) => text.replace(/[\\`*_[\]<>|]/g, '\\$&')
