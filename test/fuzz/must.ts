/** What a target of the fuzzer says when something does not hold. */

export const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`expected that ${what}`)
}
export const same = (a: unknown, b: unknown, what: string): void =>
  must(JSON.stringify(a) === JSON.stringify(b), what)
