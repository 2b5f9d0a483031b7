/** Cuts a wide picture into sheets of paper on their side, each with all machines at its head. */
import type {FlowGroup, FlowModel, FlowWords} from './flow-types.ts'
import {flowBoxes, wideLayout} from './wide.ts'

/** More machines than this side by side would be printed in letters of less than 8 points. */
const widestSheet = 9

/** Pixels that A4 leaves between its margins when it lies on its side. */
const sheetHeight = 660

/** null where the picture can't be read on paper, or one of its arrows is higher than a sheet. */
export function paperLayouts(groups: readonly FlowGroup[], words: FlowWords): FlowModel[] | null {
  const boxes = flowBoxes(groups)
  if (boxes.length > widestSheet) return null
  const sheets: FlowModel[] = []
  let own: FlowGroup[] = []
  for (const group of groups) {
    const more = [...own, group]
    if (own.length > 0 && wideLayout(more, words, boxes).height > sheetHeight) {
      sheets.push(wideLayout(own, words, boxes))
      own = [group]
    } else own = more
  }
  if (own.length > 0) sheets.push(wideLayout(own, words, boxes))
  return sheets.every(({height}) => height <= sheetHeight) ? sheets : null
}
