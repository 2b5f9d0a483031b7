/** Whether an offset of a document stands in a cell of a table, as far as it can be told before the tables are read. */
import {lastNotAbove} from '../newlines.ts'

const borderRE = /<(?<close>\/?)(?<name>t[dhr]|table|tbody|thead|tfoot)(?=[\s>])/gi
const lineRE = /^.*$/gm

/** In a cell of HTML that is still open, or, but for pages of HTML, in a line with a bar. */
export function cellTest(text: string, isPage: boolean): (offset: number) => boolean {
  let known: {borders: number[]; opens: boolean[]; lines: number[]; bars: boolean[]} | null = null
  const look = () => {
    const borders = [...text.matchAll(borderRE)]
    const lines = isPage ? [] : [...text.matchAll(lineRE)]
    return {
      borders: borders.map(({index}) => index),
      opens: borders.map(({groups}) => groups?.['close'] === '' && /^t[dh]$/i.test(groups['name'] ?? '')),
      lines: lines.map(({index}) => index),
      bars: lines.map(([line]) => line.includes('|')),
    }
  }
  return (offset) => {
    known ??= look()
    const {borders, opens, lines, bars} = known
    return bars[lastNotAbove(lines, offset)] === true || opens[lastNotAbove(borders, offset)] === true
  }
}
