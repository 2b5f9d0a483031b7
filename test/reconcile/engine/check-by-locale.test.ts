import {describe, expect, it} from 'vitest'
import {align, ingest} from '../../../src/library/library.ts'
import {checkUnitsByLocale} from '../../../src/reconcile/engine/check-by-locale.ts'
import {checkUnits} from '../../../src/reconcile/engine/check-units.ts'
import type {Context} from '../../../src/reconcile/engine/context.ts'
import {asCheckUnit, contextOf} from '../../../src/reconcile/reconcile.ts'
import {documentsOf, small} from '../../growth/documents-of.ts'

const kb = align(documentsOf({...small, locales: 3}).map((each) => ingest(each)))
const words = {termbase: new Map(), decisions: new Map()}
const ask = asCheckUnit(kb)

/** The same context, which counts how many locales it knows at a time. */
const counting = (context: Context, most: {locales: number}): Context => {
  const known = new Set<string>()
  return {
    ...context,
    of: (locale) => {
      known.add(locale)
      most.locales = Math.max(most.locales, known.size)
      return context.of(locale)
    },
    forget: (locale) => {
      known.delete(locale)
      context.forget(locale)
    },
  }
}

describe('src/reconcile/engine/check-by-locale', () => {
  it('finds what is found in all locales together, in the same order, and knows one of them at a time', () => {
    const together = checkUnits(kb.units.map(ask), contextOf(kb, words))
    const most = {locales: 0}
    expect(together.length).toBeGreaterThan(3)
    expect(checkUnitsByLocale(kb.units, ask, counting(contextOf(kb, words), most))).toEqual(together)
    expect(most.locales).toBe(1)
  })
})
