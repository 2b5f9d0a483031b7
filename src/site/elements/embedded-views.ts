/** The port tables of a topic, and the difference between two, as they stand in another site. */
import type {ElementContent} from 'hast'
import {diffTopics} from '../../compare/diff.ts'
import type {Topic} from '../../model/schema.ts'
import type {TopicRules} from '../../model/topic-rules.ts'
import {diffHead, type Side} from '../compare/compare-diff.ts'
import {diffTables} from '../compare/compare-diff-table.ts'
import type {TableSource} from '../dataset/table-source.ts'
import {evidencePanel} from '../evidence/evidence-panel.ts'
import {shownText} from '../evidence/shown-cell.ts'
import type {Page} from '../layout/page-context.ts'
import {placedRules} from '../ports/port-entries.ts'
import type {Reader} from '../shared/reader.ts'
import {titleTree} from '../shared/title-tree.ts'
import {h} from '../shared/tree.ts'
import {portTable} from '../topic/port-table.ts'
import {evidenceOfTables, tableViews} from '../topic/tables.ts'
import {untranslatedNote} from '../topic/translated.ts'
import {embedded, NOWHERE, type Place} from './embedded.ts'

/**
 * Every port table of the topic with the evidence of its rows, and below them where all of it stands. Where the rows can't be
 * linked to as they stand here, `home` is the address of the page on which they can.
 */
export function topicTables(
  topic: Topic,
  page: Page,
  source: TableSource,
  place: Place & {home?: string},
): ElementContent[] {
  const {t, textLang, locale} = page
  const tables = topic.tables.filter(({portTable: isPortTable}) => isPortTable)
  const views = tableViews(
    page,
    tables.map((table) => ({topic, table, rows: table.rows, home: place.home ?? ''})),
    source,
  )
  const title = shownText(topic.title, locale, source)
  const note = untranslatedNote(topic, locale) ?? (place.isMissing ? 'topic.untranslated' : null)
  return embedded(
    [
      ...(note === null ? [] : [h('p', {class: 'note', lang: textLang}, t(note))]),
      ...views.flatMap((view) => {
        const heading = view.table.heading === null ? title : shownText(view.table.heading, locale, source)
        return [
          ...(tables.length === 1 ? [] : [h('h1', {lang: heading.lang}, titleTree(heading))]),
          portTable(view, heading.text, page),
        ]
      }),
      ...evidenceOfTables(views).map((evidence) => evidencePanel(evidence, page)),
      h(
        'p',
        {class: 'sum'},
        h('a', {href: page.to(`topics/${topic.id}/`), lang: title.lang}, titleTree(title)),
        h('span', {lang: textLang}, ` · ${page.count('rules', placedRules(topic).length)}`),
      ),
    ],
    place,
  )
}

/** What to open and to close from one topic to the other, and every rule side by side. */
export function topicDifference(
  topics: readonly [TopicRules, TopicRules],
  sides: readonly [Side, Side],
  reader: Reader,
  place: Place,
): ElementContent[] {
  const diff = diffTopics(...topics)
  const [a, b] = sides
  const swapped = reader.to(`compare/pair/?a=${encodeURIComponent(b.id)}&b=${encodeURIComponent(a.id)}`)
  const isLinked = !swapped.startsWith(NOWHERE)
  // Ways to other pages, where there are none.
  const head = diffHead(diff, sides, swapped, reader).filter(
    ({properties}) => isLinked || properties['class'] !== 'turns',
  )
  const note = h('p', {class: 'note', lang: reader.textLang}, reader.t('topic.untranslated'))
  return embedded([...(place.isMissing ? [note] : []), ...head, ...diffTables(diff, sides, reader)], place)
}
