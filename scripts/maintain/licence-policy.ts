/** Which licences the libraries may have, and whether an SPDX expression is satisfied by them. */

/** Licence ids (SPDX) that may be used, and what they ask of us. */
export const allowedLicences: Readonly<Record<string, string>> = {
  MIT: 'keep the notice',
  'MIT-0': 'nothing',
  ISC: 'keep the notice',
  '0BSD': 'nothing',
  'BSD-2-Clause': 'keep the notice',
  'BSD-3-Clause': 'keep the notice',
  'Apache-2.0': 'keep the notice, say what was changed',
  'BlueOak-1.0.0': 'keep the notice',
  'Python-2.0': 'keep the notice',
  'CC0-1.0': 'nothing',
  Unlicense: 'nothing',
  'CC-BY-4.0': 'name the author; data only',
  'MPL-2.0': 'publish changes to its files; used unchanged',
  'LGPL-3.0-or-later': 'linked as a library that can be replaced; used unchanged, not shipped',
}

/**
 * Whether an expression such as `(MIT OR CC0-1.0)` or `Apache-2.0 AND LGPL-3.0-or-later` is satisfied by allowed licences.
 * An unknown id, or what is no expression, is not. Source: SPDX specification 2.3, annex D (without `WITH`).
 */
export function isAllowed(expression: string): boolean {
  const tokens = expression.match(/[()]|[A-Za-z0-9.+-]+|\S/g) ?? []
  let at = 0
  const term = (): boolean => {
    const token = tokens[at++]
    if (token !== '(') return token !== undefined && Object.hasOwn(allowedLicences, token)
    const inner = either()
    return tokens[at++] === ')' && inner
  }
  const both = (): boolean => {
    let fits = term()
    while (tokens[at] === 'AND') {
      at++
      fits = term() && fits
    }
    return fits
  }
  const either = (): boolean => {
    let fits = both()
    while (tokens[at] === 'OR') {
      at++
      fits = both() || fits
    }
    return fits
  }
  const fits = either()
  return fits && at === tokens.length
}
