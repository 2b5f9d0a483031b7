/** Lists in sentences, as each language writes them. */

const latinRE = /[\p{Script=Latin}\p{Nd}]/u
const hanRE = /^\p{Script=Han}+$/u

/** `SIP and STUN`, `SIP、STUN`, `SIP 和 STUN`: Chinese sets a word apart from Latin letters and figures beside it. */
export function formatList(
  items: readonly string[],
  locale: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  const parts = new Intl.ListFormat(locale, {type}).formatToParts(items)
  const space = (beside: string | undefined) => (latinRE.test(beside ?? '') ? ' ' : '')
  return parts
    .map(({type: kind, value}, at) =>
      kind === 'literal' && hanRE.test(value)
        ? space(parts[at - 1]?.value.at(-1)) + value + space(parts[at + 1]?.value[0])
        : value,
    )
    .join('')
}
