/** Lets a reader who was offline ask again for the page that was not there. */
export {}

const link = document.querySelector<HTMLAnchorElement>('[data-retry]')
const asked = new URLSearchParams(location.search).get('from')
const wanted = asked !== null && URL.canParse(asked, location.href) ? new URL(asked, location.href) : null
// An address can be written by anybody: it leads to this site or nowhere.
if (link && wanted?.origin === location.origin) link.href = wanted.href
