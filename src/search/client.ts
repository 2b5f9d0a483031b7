/**
 * Search in the browser, loaded when a reader first turns to it.
 *
 * What a page has to hold:
 * - `<html lang data-root>`: the page's language, and the way from the page to the site's root (`../../`), so that
 *   search works below any path;
 * - `<form data-search action="…/search/">` with `<input name="q" id data-failed="…">`: becomes a combobox with a list;
 * - on the search page `<div data-search-page>`, which is filled with results, and `<form data-search-form>` with
 *   `<input name="q">`, whose text is the query.
 * Files: `search/index.json` and what it names, `search/texts/<locale>.json`, `pagefind/<locale>/`.
 */
import {attachBox} from './ui/box.ts'

/** Attaches search to everything on the page that asks for it; safe to call again. */
export const attachSearch = async (): Promise<void> => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) attachBox(form)
  const place = document.querySelector<HTMLElement>('[data-search-page]')
  const form = document.querySelector<HTMLFormElement>('form[data-search-form]')
  if (place === null || form === null) return
  const {attachPage} = await import('./ui/page.ts')
  await attachPage(place, form)
}
