/** Orders that don't depend on the machine's language: every sorted list of the dataset uses them. */
import type {Place, StoredDiagnostic} from './schema.ts'

/** Compares by UTF-16 code units. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Compares by path, line, column. */
export const comparePlace = (a: Place, b: Place): number =>
  compareText(a.path, b.path) || a.line - b.line || a.column - b.column

/** Comparator from a list of keys, the first that differs decides. */
export const compareBy =
  <T>(...keys: ((value: T) => string | number)[]) =>
  (a: T, b: T): number => {
    for (const key of keys) {
      const left = key(a)
      const right = key(b)
      if (typeof left === 'number' && typeof right === 'number') {
        if (left !== right) return left - right
      } else {
        const order = compareText(String(left), String(right))
        if (order !== 0) return order
      }
    }
    return 0
  }

/** Compares by place, then by what is said. */
export const compareDiagnostics = (a: StoredDiagnostic, b: StoredDiagnostic): number =>
  comparePlace(a.place, b.place) || compareText(a.id, b.id) || compareText(a.message, b.message)
