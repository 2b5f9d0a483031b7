/** Chips that show only the rules with a transport, security or protocol; several chips widen within their kind. */
export {}

const chips = [...document.querySelectorAll<HTMLButtonElement>('[data-filter]')]
const said = document.querySelector<HTMLOutputElement>('[data-said]')
const rows = [...document.querySelectorAll<HTMLTableRowElement>('.ports tbody tr')]

function show() {
  const wanted = chips
    .filter((chip) => chip.ariaPressed === 'true')
    .map((chip) => chip.dataset['filter'] ?? '')
  let shown = 0
  for (const row of rows) {
    const own = [...row.querySelectorAll<HTMLElement>('.k')].map(
      (chip) => chip.dataset['k'] ?? chip.textContent,
    )
    row.hidden = !wanted.every((value) => own.includes(value))
    if (!row.hidden) shown += 1
  }
  if (said)
    said.value = (said.dataset['shown'] ?? '')
      .replace('{shown}', `${shown}`)
      .replace('{all}', `${rows.length}`)
}

for (const chip of chips)
  chip.addEventListener('click', () => {
    chip.ariaPressed = chip.ariaPressed === 'true' ? 'false' : 'true'
    show()
  })
