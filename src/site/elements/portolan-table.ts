/**
 * `portolan-table.js`: the port tables of a topic in any page, from the files of a site that `portolan build` made.
 *
 * ```html
 * <script type="module" src="https://ports.example/portolan-table.js"></script>
 * <portolan-table src="https://ports.example/data/topics/edge.json" locale="ja-JP"></portolan-table>
 * ```
 */
import {nearestTag} from '../../languages/nearest-tag.ts'
import type {Topic} from '../../model/schema.ts'
import {askLanguage, askSite, askTopic, topicAddress} from './ask-site.ts'
import {elementPage, elementSource} from './element-page.ts'
import {topicTables} from './embedded-views.ts'
import {define, PortolanElement, type Shown} from './portolan-element.ts'

class PortolanTable extends PortolanElement {
  static observedAttributes = ['src', 'locale', 'level']

  async load(asked: string): Promise<Shown> {
    const address = topicAddress(this.getAttribute('src'), 'data/topics')
    const [topic, beside] = await Promise.all([askSite<Topic>(address.file, 'tables'), askTopic(address)])
    const locale = nearestTag(asked, beside.locales)
    const page = elementPage(await askLanguage(address.root, locale ?? 'en'), address.root)
    const home = page.to(`topics/${topic.id}/`)
    const place = {...this.place, home, isMissing: locale === null}
    return {locale: page.locale, content: topicTables(topic, page, elementSource(beside), place)}
  }
}

define('portolan-table', PortolanTable)
