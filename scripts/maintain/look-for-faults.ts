/** What a program can see of a page's looks; runs in the page, so it uses nothing from outside itself. */
export function lookForFaults(): string[] {
  const faults = new Set<string>()
  const over = document.documentElement.scrollWidth - innerWidth
  if (over > 0) faults.add(`wider than the window by ${over} px`)
  /** Characters that no line of Chinese, Japanese or French starts with. */
  const neverFirstRE = /[、。，．：；！？）」』】〉》〕・ー»%;:!?)\]}]/
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    const text = node.textContent ?? ''
    if (parent === null || text.trim() === '' || !parent.checkVisibility({checkOpacity: true})) continue
    if (parent.closest('.vh, script, style, pre, code') !== null) continue
    const {overflowX, textOverflow} = getComputedStyle(parent)
    if (overflowX !== 'visible' && parent.scrollWidth > parent.clientWidth + 1 && textOverflow !== 'ellipsis')
      faults.add(`cut off: “${text.trim().slice(0, 40)}”`)
    const range = document.createRange()
    let before: DOMRect | undefined
    for (let at = 0; at < Math.min(text.length, 2000); at++) {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const place = range.getBoundingClientRect()
      if (place.width === 0) continue
      if (before !== undefined && place.top > before.bottom - 2 && neverFirstRE.test(text.charAt(at)))
        faults.add(`“${text.charAt(at)}” starts a line: “${text.slice(Math.max(0, at - 12), at + 8)}”`)
      before = place
    }
  }
  return [...faults]
}
