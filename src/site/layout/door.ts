/** Marks the browser's own language among those on offer and moves it first. */
export {}

const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-door]')]
const isFor = (wanted: string) => (link: HTMLAnchorElement) =>
  link.hreflang === wanted || link.hreflang.split('-')[0] === wanted.split('-')[0]

const own = navigator.languages.flatMap((wanted) => links.find(isFor(wanted)) ?? [])[0]
const item = own?.closest('li')
if (item) {
  item.classList.add('own')
  item.parentElement?.prepend(item)
}
