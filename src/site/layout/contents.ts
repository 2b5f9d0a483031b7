/** Marks in the table of contents which section the reader is in. */
export {}

const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')]
const headings = links.map((link) => document.getElementById(link.hash.slice(1)))

const watcher = new IntersectionObserver(
  () => {
    // The last heading above the upper third of the window.
    const here = headings.findLastIndex(
      (heading) => heading && heading.getBoundingClientRect().top < innerHeight / 3,
    )
    for (const [at, link] of links.entries()) link.ariaCurrent = at === here ? 'true' : null
  },
  {rootMargin: '0px 0px -66%'},
)
for (const heading of headings) if (heading) watcher.observe(heading)
