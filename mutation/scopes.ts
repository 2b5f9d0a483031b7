/** What is mutated together, the tests that belong to it, and how many of its mutants these have to notice. */

export interface Scope {
  /** Files to mutate, as globs from the root. */
  mutate: readonly string[]
  /** Tests that state what these files do; slow ones that reach them through the whole program are left out. */
  tests: readonly string[]
  /** Percent of mutants that tests must notice; null where it is only reported. */
  atLeast: number | null
}

export const scopes: Record<string, Scope> = {
  ports: {
    mutate: ['src/facts/ports/*.ts'],
    tests: ['test/facts/ports/*.test.ts', 'test/facts/port-cell.test.ts'],
    atLeast: 80,
  },
  table: {
    mutate: ['src/ingest/table/*.ts'],
    tests: [
      'test/ingest/table/*.test.ts',
      'test/ingest/{bad-input,fuzz,includes,marked-tables,part,prefilter}.test.ts',
      'test/ingest/markdown/pipe-table.test.ts',
    ],
    atLeast: 80,
  },
  publish: {
    mutate: ['src/reconcile/publish/*.ts'],
    tests: ['test/reconcile/publish/*.test.ts', 'test/reconcile/{reconcile,titles,inferred-english}.test.ts'],
    atLeast: 80,
  },
  plan: {
    mutate: [
      'src/firewall/{plan,parts-of-rule,problems,open-ports,resolve-ends,unrestricted,zones,names}.ts',
      'src/firewall/{address-families,ip-transport}.ts',
      'src/firewall/denied/*.ts',
    ],
    tests: [
      'test/firewall/{plan,unrestricted,ip-protocols,stated-addresses}.test.ts',
      'test/firewall/denied/*.test.ts',
    ],
    atLeast: 80,
  },
}
