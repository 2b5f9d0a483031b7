/** The few words that an export adds to what the documents say, in the reader's language or in English. */

// Not an import of its own: the compiler leaves out its attribute in what it declares, without which the file is no module.
type English = typeof import('../languages/en/firewall.json', { with: {type: 'json'}})

export type TextId = keyof English

/** `firewall.json` of a language's folder. */
export type FirewallTexts = Readonly<Record<TextId, string>>

/** `say(texts, 'load', {command: 'nft -f'})` */
export function say(texts: FirewallTexts, id: TextId, values: Record<string, string> = {}): string {
  return Object.entries(values).reduce(
    (filled, [name, value]) => filled.replaceAll(`{${name}}`, () => value),
    texts[id],
  )
}
