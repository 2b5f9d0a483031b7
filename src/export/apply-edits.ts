/** Applies edits to a text; edits that overlap are refused, so that none undoes another. */
import type {TextEdit} from './cell-edits.ts'

/** The edits in order of the text, or the first two that overlap. Equal edits count once. */
export function orderEdits(
  edits: readonly TextEdit[],
): {ok: true; edits: TextEdit[]} | {ok: false; clash: [TextEdit, TextEdit]} {
  const ordered: TextEdit[] = []
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const before = ordered.at(-1)
    if (before !== undefined && before.start === edit.start && before.end === edit.end) {
      if (before.text !== edit.text) return {ok: false, clash: [before, edit]}
      continue
    }
    if (before !== undefined && edit.start < before.end) return {ok: false, clash: [before, edit]}
    ordered.push(edit)
  }
  return {ok: true, edits: ordered}
}

/** The text with ordered edits applied; every character outside of them stays. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = []
  let from = 0
  for (const {start, end, text: replacement} of edits) {
    parts.push(text.slice(from, start), replacement)
    from = end
  }
  return [...parts, text.slice(from)].join('')
}
