/** Opens search: `/` and Ctrl-K go to the box, and the search itself is loaded when a reader first turns to it. */
import {loadScript} from './load-script.ts'

const box = document.querySelector<HTMLInputElement>('form[data-search] input')

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

addEventListener('keydown', (event) => {
  const slash =
    event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
  const letter =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  if (box === null || !(slash || letter)) return
  event.preventDefault()
  box.focus()
  box.select()
})

const start = () => loadScript('load-search')
if (document.querySelector('[data-search-page]')) start()
else box?.addEventListener('focus', start, {once: true})
