/** Reads from a remark in brackets beside a port or service that it is optional: `HTTP (optional)`, `SMTP（選用）`. */
import {localeData} from '../../languages/languages.ts'
import type {ColumnKind, Requirement} from '../../model/schema.ts'
import {conditionsIn} from '../../text/conditions.ts'
import {PhraseFinder, tokensOf} from '../../text/phrase-finder.ts'
import {transportsIn} from '../protocol-words.ts'
import {remarksIn, withoutRemarks} from '../remarks/bracket-remarks.ts'
import type {RowCell} from '../row/row-cell.ts'
import {requirementOf} from './requirement-words.ts'

/** Columns of what a row opens; notes say more than a word. */
const remarked: ReadonlySet<ColumnKind> = new Set([
  ...(['path', 'port', 'portStart', 'protocol', 'traffic', 'service'] as const),
])

/** Whether a remark is about a port or transport of its own, and not about all of the row: `TCP (UDP optional)`. */
const namesPart = (remark: string): boolean => transportsIn(remark).length > 0 || /\p{Nd}{2}/u.test(remark)

const finders = new Map<string, PhraseFinder>()

/** `optional` where a remark is a word for it alone, `conditional` where it is one with more words, a condition, or of a part; null without such a remark. */
export function requirementIn(
  row: readonly RowCell[],
  locale: string,
): {requirement: Requirement; quote: string} | null {
  const found = finders.get(locale)
  const finder = found ?? new PhraseFinder(localeData(locale).optionalWords)
  if (!found) finders.set(locale, finder)
  const remarks = row.filter(({kind}) => remarked.has(kind)).flatMap(({text}) => remarksIn(text))
  // What stands outside of brackets beside a port or protocol.
  const clauses = row.flatMap(({kind, text}) => {
    const plain = kind === 'service' || !remarked.has(kind) ? '' : withoutRemarks(text)
    return conditionsIn(tokensOf(plain), locale).length > 0 ? [plain.trim()] : []
  })
  const told = [...remarks, ...clauses].flatMap((remark) => {
    const tokens = tokensOf(remark)
    const end = finder.endAt(tokens, 0)
    if (end > 0)
      return [
        {
          requirement: end === tokens.length ? ('optional' as const) : ('conditional' as const),
          quote: remark,
        },
      ]
    const {requirement, quote} = requirementOf(remark, locale)
    if (quote === null) return []
    return [{requirement: namesPart(remark) ? ('conditional' as const) : requirement, quote: remark}]
  })
  return told.find(({requirement}) => requirement === 'conditional') ?? told[0] ?? null
}
