/** The few words that an export adds to what the documents say, in the reader's language or in English. */
import en from '../languages/en/firewall.json' with {type: 'json'}

export type TextId = keyof typeof en

/** `firewall.json` of a language's folder. */
export type FirewallTexts = Readonly<Record<TextId, string>>

/** `say(texts, 'load', {command: 'nft -f'})` */
export function say(texts: FirewallTexts, id: TextId, values: Record<string, string> = {}): string {
  return Object.entries(values).reduce(
    (filled, [name, value]) => filled.replaceAll(`{${name}}`, () => value),
    texts[id],
  )
}
