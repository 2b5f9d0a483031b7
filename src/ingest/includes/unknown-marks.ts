/** Marks in cells of tables that stand for a text which the page doesn't hold and no file gives. */
import type {IncludeMark} from './include-marks.ts'
import {unknownElements} from './unknown-elements.ts'
import {unknownValues} from './unknown-values.ts'

/** A document without any of these has no such marks. */
const hintRE = /[{&]|<[A-Za-z?%]|[%$@!][\p{L}_]|::|\[[%![]/u

/** In HTML what stands in `<code>` is a text for readers, as what stands between backticks is in Markdown. */
const codeRE = /<(code|kbd|samp|pre)\b[^<>]*>(?:(?!<\/\1)[\s\S])*$/i
const LONGEST_CODE = 300

/** Those of a text in order. `isInCell` asks whether an offset stands in a cell. */
export function unknownMarks(
  text: string,
  isInCell: (offset: number) => boolean,
  {isMdx = false} = {},
): IncludeMark[] {
  if (!hintRE.test(text)) return []
  const isText = (start: number, end: number): boolean =>
    isPartOfName(text, start, end) || codeRE.test(text.slice(Math.max(0, start - LONGEST_CODE), start))
  const found = [...unknownElements(text, isText), ...unknownValues(text, {isMdx, isText})]
    .filter(({start}) => isInCell(start))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return found.filter((mark) => {
    if (mark.start < end) return false
    end = mark.end
    return true
  })
}

const AROUND = 200
/** What stands before and after a mark without a space between. */
const beforeRE = /[^\s|<>"'`()（）,;，；、。]*$/
/** The characters of addresses, paths and names that join a mark to what stands before it. */
const joinedBeforeRE = /[\\/@=~&?#_-]$|[}%>]:$/
const joinedAfterRE = /^(?:[\\/@=_-][^\s|]|[:.][\p{L}\p{N}{$%<*]|[A-Za-z0-9])/u
/** `login.{tenant}` is a name where nothing stands before it; behind a sentence it is none. */
const nameStartRE = /(?:^|[|>,\n])[ \t]*$/

/** Whether a mark is a part of an address, a path or a name, in which it stands for what the reader fills in. */
function isPartOfName(text: string, start: number, end: number): boolean {
  const line = text.slice(Math.max(0, start - AROUND), start)
  const [before = ''] = beforeRE.exec(line) ?? []
  if (joinedBeforeRE.test(before) || joinedAfterRE.test(text.slice(end, end + 2))) return true
  return before.endsWith('.') && nameStartRE.test(line.slice(0, line.length - before.length))
}
