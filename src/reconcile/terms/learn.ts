/** What the documents themselves teach about a locale. */
import type {Reference} from '../context.ts'

export interface Learnt {
  /** For an abbreviation: in how many texts it was kept, and in how many that have it in English. */
  kept: ReadonlyMap<string, {kept: number; total: number}>
}

export const nothingLearnt: Learnt = {kept: new Map()}

export const learn = (_references: readonly Reference[]): Learnt => nothingLearnt
