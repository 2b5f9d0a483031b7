/** The matrix follows the choice of topics; the choice stands in the address, so that it can be kept, sent and undone. */
import {matrix} from '../../compare/topic-matrix.ts'
import {SPREADSHEET_MARK} from '../../text/csv.ts'
import {treeToDom} from '../shared/tree-dom.ts'
import {data, loadTopic, reader, say, sideOf} from './compare-page.ts'
import type {CompareTopic} from './compare-topic.ts'
import {matrixCsv} from './matrix-csv.ts'
import {matrixTree} from './matrix-tree.ts'

const most = 8
const {t} = reader
const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-topics] input')]
const only = document.querySelector<HTMLInputElement>('#differences')
const place = document.querySelector('[data-matrix]')
const chosenAtFirst = boxes.filter((box) => box.defaultChecked).map((box) => box.value)

/** What is shown; the page comes with the first choice. */
let shown: CompareTopic[] = []

interface Choice {
  topics: string[]
  only: boolean
}

function choiceOfAddress(): Choice {
  const query = new URLSearchParams(location.search)
  const named = [...new Set(query.getAll('t'))]
  return {topics: named.length === 0 ? chosenAtFirst : named, only: query.has('only')}
}

function choiceOfForm(): Choice {
  return {topics: boxes.filter((box) => box.checked).map((box) => box.value), only: only?.checked ?? false}
}

function remember({topics, only: differences}: Choice): void {
  const address = new URL(location.href)
  address.searchParams.delete('t')
  for (const id of topics) address.searchParams.append('t', id)
  if (differences) address.searchParams.set('only', '1')
  else address.searchParams.delete('only')
  history.pushState(null, '', address)
}

/** Only the latest choice is shown, however long an earlier one takes to load. */
let turn = 0

async function show(choice: Choice): Promise<void> {
  turn += 1
  const own = turn
  for (const box of boxes) box.checked = choice.topics.includes(box.value)
  if (only) only.checked = choice.only
  const known = choice.topics.filter((id) => data.ids.includes(id))
  const messages = choice.topics
    .filter((id) => !known.includes(id))
    .map((topic) => t('compare.unknown', {topic}))
  if (known.length < 2) messages.push(t('matrix.choose'))
  if (known.length > most) messages.push(t('matrix.most'))
  try {
    const topics = known.length < 2 ? [] : await Promise.all(known.slice(0, most).map(loadTopic))
    if (own !== turn) return
    say(...messages)
    shown = topics
    place?.replaceChildren(
      topics.length === 0 ? '' : treeToDom(matrixTree(matrix(topics), topics.map(sideOf), reader)),
    )
  } catch {
    if (own === turn) say(...messages, t('compare.failed'))
  }
}

async function save(): Promise<void> {
  const topics = shown.length > 0 ? shown : await Promise.all(choiceOfForm().topics.map(loadTopic))
  if (topics.length < 2) return
  const csv = matrixCsv(matrix(topics), topics.map(sideOf), only?.checked ?? false, reader)
  const file = URL.createObjectURL(new Blob([SPREADSHEET_MARK, csv], {type: 'text/csv;charset=utf-8'}))
  const link = document.createElement('a')
  link.href = file
  link.download = `${topics
    .map(({id}) => id)
    .join('-')
    .slice(0, 120)}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(file), 1000)
}

for (const box of [...boxes, ...(only ? [only] : [])])
  box.addEventListener('change', () => {
    const choice = choiceOfForm()
    remember(choice)
    void show(choice)
  })
addEventListener('popstate', () => void show(choiceOfAddress()))
document.querySelector('[data-csv]')?.addEventListener('click', () => void save())

// Browsers put back what was ticked before a reload; the address says what is meant.
if (location.search !== '' || boxes.some((box) => box.checked !== box.defaultChecked))
  void show(choiceOfAddress())
