/** Shows the rules that have the chosen values, one of each kind, and the words that were typed; the address says which. */
export {}

const chips = [...document.querySelectorAll<HTMLButtonElement>('[data-filter]')]
const field = document.querySelector<HTMLInputElement>('[data-filter-words]')
const machine = document.querySelector<HTMLSelectElement>('[data-machine]')
const said = document.querySelector<HTMLOutputElement>('[data-said]')
const none = document.querySelector<HTMLElement>('[data-none]')
const rows = [...document.querySelectorAll<HTMLTableRowElement>('.ports tbody tr')].map((row) => ({
  row,
  /** How many rules it states, and the numbers of their machines. */
  rules: row.querySelectorAll('.ps').length,
  machines: row.dataset['m']?.split(' ') ?? [],
}))

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Labels of the pressed chips by kind: a row says them in the same words. */
function chosenLabels(): string[][] {
  const pressed = chips.filter((chip) => chip.ariaPressed === 'true')
  const byKind = Map.groupBy(pressed, (chip) => chip.parentElement)
  return [...byKind.values()].map((group) => group.map((chip) => chip.textContent))
}

function show() {
  const chosen = chosenLabels()
  const words = plain(field?.value ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  const asked = machine?.selectedIndex ?? 0
  const all = rows.reduce((sum, {rules}) => sum + rules, 0)
  let shown = 0
  let left = 0
  for (const {row, rules, machines} of rows) {
    const own = [...row.querySelectorAll<HTMLElement>('.k')].map((chip) => chip.textContent)
    const text = words.length === 0 ? '' : plain(row.textContent)
    row.hidden = !(
      (asked === 0 || machines.includes(`${asked}`)) &&
      chosen.every((labels) => labels.some((label) => own.includes(label))) &&
      words.every((word) => text.includes(word))
    )
    if (row.hidden) continue
    left += 1
    shown += rules
  }
  for (const table of document.querySelectorAll<HTMLElement>('.wide'))
    table.hidden = table.querySelector('tbody tr:not([hidden])') === null
  if (none) none.hidden = left > 0
  if (!said) return
  said.value =
    chosen.length + words.length + asked === 0
      ? ''
      : (said.dataset['shown'] ?? '').replace('{shown}', `${shown}`).replace('{all}', `${all}`)
}

function remember() {
  const address = new URL(location.href)
  const only = chips.filter((chip) => chip.ariaPressed === 'true').map((chip) => chip.dataset['filter'] ?? '')
  const asked = {only: only.join(','), words: field?.value ?? '', machine: machine?.value ?? ''}
  for (const [name, value] of Object.entries(asked)) {
    if (value === '') address.searchParams.delete(name)
    else address.searchParams.set(name, value)
  }
  history.replaceState(history.state, '', address)
  show()
}

for (const chip of chips)
  chip.addEventListener('click', () => {
    chip.ariaPressed = chip.ariaPressed === 'true' ? 'false' : 'true'
    remember()
  })
field?.addEventListener('input', remember)
machine?.addEventListener('change', remember)
document.querySelector('[data-clear]')?.addEventListener('click', () => {
  for (const chip of chips) chip.ariaPressed = 'false'
  if (field) field.value = ''
  if (machine) machine.value = ''
  remember()
  field?.focus()
})

const asked = new URLSearchParams(location.search)
const only = asked.get('only')?.split(',') ?? []
for (const chip of chips) if (only.includes(chip.dataset['filter'] ?? '')) chip.ariaPressed = 'true'
if (field && field.value === '') field.value = asked.get('words') ?? ''
// A machine that no rule here names leaves the choice as it is.
if (machine?.value === '') machine.value = asked.get('machine') ?? ''
if (machine && machine.selectedIndex < 0) machine.selectedIndex = 0
// What was typed or chosen while this was loading counts.
remember()
