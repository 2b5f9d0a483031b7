/** The span tags that hold a segment and its English, found by a linear scan of a tag. */

/** What a span tag starts: a target segment, an English one, the wrapper around the English, or nothing of ours. */
export type SpanKind = 'target' | 'source' | 'wrapper' | 'plain' | 'close'

export interface SpanTag {
  /** Offset of `<` and offset after `>`. */
  start: number
  end: number
  kind: SpanKind
  /** Segment ids of the tag, in order; empty where it has none. */
  ids: string[]
}

const targetIdRE = /\sdata-ttu-id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
const sourceIdRE = /\sdata-stu-id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
const wrapperRE = /\sclass\s*=\s*["']?[^"'>]*\bsxs-lookup\b/i

/** Offset after the `>` that ends the tag starting at `start`, quotes respected; -1 when it doesn't end before `limit`. */
export function tagEnd(text: string, start: number, limit: number): number {
  let at = start + 1
  while (at < limit) {
    const code = text.charCodeAt(at)
    if (code === 62) return at + 1
    if (code === 60) return -1
    if ((code === 34 || code === 39) && text.charCodeAt(at - 1) === 61) {
      const close = text.indexOf(code === 34 ? '"' : "'", at + 1)
      // A quote that is never closed would swallow the document: such a tag ends at the next `>`.
      if (close === -1 || close >= limit) {
        const plain = text.indexOf('>', at)
        return plain === -1 || plain >= limit ? -1 : plain + 1
      }
      at = close
    }
    at++
  }
  return -1
}

/** Reads the span tag at `start` (whose name is known to be `span`, perhaps with a slash before it). */
export function readSpanTag(text: string, start: number, end: number): SpanTag {
  if (text.charCodeAt(start + 1) === 47) return {start, end, kind: 'close', ids: []}
  const tag = text.slice(start, end)
  const target = targetIdRE.exec(tag)
  if (target) return {start, end, kind: 'target', ids: idsOf(target)}
  const english = sourceIdRE.exec(tag)
  if (english) return {start, end, kind: 'source', ids: idsOf(english)}
  return {start, end, kind: wrapperRE.test(tag) ? 'wrapper' : 'plain', ids: []}
}

function idsOf(match: RegExpExecArray): string[] {
  return (match[1] ?? match[2] ?? match[3] ?? '').split(/[\s,;+]+/).filter((id) => id !== '')
}

/** Which language a stretch of text is in; `none` is text outside all spans, which is the document's own. */
export type Side = 'target' | 'source' | 'none'

/** Follows span tags and says which side the text between them is on; unclosed and stray tags do no harm. */
export interface SideTracker {
  tag(tag: SpanTag): void
  readonly side: Side
  /** Ids of the innermost segment; empty outside segments. */
  readonly ids: string[]
  /** How many spans are still open. */
  readonly open: number
}

export function createSideTracker(): SideTracker {
  const stack: {side: Side; ids: string[]}[] = []
  const none: string[] = []
  return {
    tag({kind, ids}) {
      const top = stack.at(-1)
      if (kind === 'close') stack.pop()
      else if (kind === 'target') stack.push({side: 'target', ids})
      else if (kind === 'source') stack.push({side: 'source', ids})
      else if (kind === 'wrapper') stack.push({side: 'source', ids: none})
      else stack.push({side: top?.side ?? 'none', ids: top?.ids ?? none})
    },
    get side() {
      return stack.at(-1)?.side ?? 'none'
    },
    get ids() {
      return stack.at(-1)?.ids ?? none
    },
    get open() {
      return stack.length
    },
  }
}
