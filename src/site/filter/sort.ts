/** Sorts the rows of a table by the column whose head is pressed: upwards, downwards, as in the document; kept in the address. */
import {type SortCell, type SortOrder, sortedPlaces} from './sort-rows.ts'

const tables = [...document.querySelectorAll<HTMLTableElement>('.ports')].map((table) => ({
  heads: [...(table.tHead?.rows[0]?.cells ?? [])],
  body: table.tBodies[0],
  /** In the document's order. */
  rows: [...(table.tBodies[0]?.rows ?? [])],
}))

/** `../../ports/50000-59999/` → `[50000, 59999]`. */
function portsOf(cell: HTMLTableCellElement): [number, number][] {
  return [...cell.querySelectorAll<HTMLAnchorElement>('.port[href]')].map((link) => {
    const [low = 0, high = low] = link.href.split('/').at(-2)?.split('-').map(Number) ?? []
    return [low, high]
  })
}

/** null for the title of a group: what follows belongs to it. */
function cellOf({cells}: HTMLTableRowElement, column: number): SortCell | null {
  if ([...cells].filter(({textContent}) => textContent.trim() !== '').length < 2) return null
  const cell = cells[column]
  if (!cell) return {text: '', ports: []}
  const shown = document.documentElement.dataset['view'] === 'english' ? cell.querySelector('.e') : null
  return {text: (shown ?? cell.querySelector('.t'))?.textContent ?? '', ports: portsOf(cell)}
}

function sort(table: number, column: number, order: SortOrder | null) {
  const own = tables[table]
  if (!own?.body) return
  for (const [at, head] of own.heads.entries()) head.ariaSort = at === column ? order : null
  const cells = own.rows.map((row) => cellOf(row, column))
  const places = order === null ? cells.keys() : sortedPlaces(cells, order, document.documentElement.lang)
  own.body.append(...[...places].flatMap((place) => own.rows[place] ?? []))
}

/** `?sort=1.3,-2.1`: number of the table and of its column; a minus for downwards. */
function remember() {
  const sorted = tables.flatMap(({heads}, table) =>
    heads.flatMap((head, column) =>
      head.ariaSort ? `${head.ariaSort === 'descending' ? '-' : ''}${table + 1}.${column + 1}` : [],
    ),
  )
  const address = new URL(location.href)
  if (sorted.length > 0) address.searchParams.set('sort', sorted.join())
  else address.searchParams.delete('sort')
  history.replaceState(history.state, '', address)
}

for (const [table, {heads}] of tables.entries())
  for (const [column, head] of heads.entries())
    head.querySelector('.sort')?.addEventListener('click', () => {
      const next = {ascending: 'descending', descending: null, none: 'ascending'} as const
      const order = head.ariaSort
      sort(table, column, next[order === 'ascending' || order === 'descending' ? order : 'none'])
      remember()
    })

for (const [, down, table, column] of (new URLSearchParams(location.search).get('sort') ?? '').matchAll(
  /(-?)(\d+)\.(\d+)/g,
))
  sort(Number(table) - 1, Number(column) - 1, down === '-' ? 'descending' : 'ascending')
