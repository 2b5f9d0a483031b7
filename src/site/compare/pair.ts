/** Compares the two topics that the address names, with the code that made the pages of other pairs. */
import {diffTopics, type TopicDiff} from '../../compare/diff.ts'
import {flowMarkup} from '../../compare/flow/picture.ts'
import {diffFlowFile, flowMermaidFile, flowSvgFile} from '../flow/flow-file.ts'
import {diffPicture} from '../flow/flow-picture.ts'
import {h} from '../shared/tree.ts'
import {treeToDom} from '../shared/tree-dom.ts'
import {diffHead, diffTitle, type Side} from './compare-diff.ts'
import {diffTables} from './compare-diff-table.ts'
import {data, loadTopic, reader, say, sideOf} from './compare-page.ts'

const {t} = reader
const query = new URLSearchParams(location.search)
const [from = '', to = ''] = ['a', 'b'].map((name) => query.get(name)?.trim() ?? '')
for (const [name, id] of [
  ['a', from],
  ['b', to],
]) {
  const select = document.querySelector<HTMLSelectElement>(`select[name=${name}]`)
  if (select !== null && data.ids.includes(id ?? '')) select.value = id ?? ''
}

/** The picture is markup of our own, every text in it escaped. */
const parse = (svg: string): DocumentFragment => document.createRange().createContextualFragment(svg)

const fileLink = (text: string, type: string, name: string, label: string) =>
  h('a', {href: URL.createObjectURL(new Blob([text], {type})), download: name}, label)

/** The picture as files, which are made here: no page of this pair was built. */
function fileLinks(diff: TopicDiff, title: string) {
  const file = diffFlowFile(diff, title, data.endpoints, reader)
  return h(
    'p',
    {class: 'flow-files'},
    fileLink(flowSvgFile(file), 'image/svg+xml', `${from}-${to}.svg`, t('flow.svg')),
    fileLink(flowMermaidFile(file), 'text/vnd.mermaid', `${from}-${to}.mmd`, t('flow.mermaid')),
  )
}

async function compare(): Promise<void> {
  const [a, b] = await Promise.all([loadTopic(from), loadTopic(to)])
  const sides: [Side, Side] = [sideOf(a), sideOf(b)]
  const diff = diffTopics(a, b)
  const title = diffTitle(...sides, reader)
  const swapped = `${reader.to('compare/pair/')}?a=${encodeURIComponent(to)}&b=${encodeURIComponent(from)}`
  const pictures = diff.shared === 0 ? null : diffPicture(diff, title, data.endpoints, reader)
  const map = h('div', {class: 'flow-map'})
  const place = document.querySelector('[data-pair]')
  document.querySelector('h1')?.remove()
  document.title = document.title.replace(t('compare.pairTitle'), title)
  place?.replaceChildren(
    treeToDom([
      ...diffHead(diff, sides, swapped, reader),
      ...(pictures === null
        ? []
        : [
            h(
              'section',
              {class: 'picture'},
              h('h2', {}, t('flow.heading')),
              h('p', {class: 'sum'}, t('flow.marks')),
              map,
              fileLinks(diff, title),
            ),
          ]),
      ...diffTables(diff, sides, reader),
    ]),
  )
  if (pictures !== null) place?.querySelector('.flow-map')?.append(parse(flowMarkup(pictures)))
  // The rows are there only now.
  const asked = location.hash
  if (asked !== '') location.replace(asked)
}

const unknown = [...new Set([from, to])].filter((id) => id !== '' && !data.ids.includes(id))
if (unknown.length > 0) say(...unknown.map((topic) => t('compare.unknown', {topic})))
else if (from !== '' && from === to) say(t('compare.twice'))
else if (from !== '' && to !== '') compare().catch(() => say(t('compare.failed')))
