/**
 * `portolan-comparison.js`: what changes from one topic to another in any page, from the files of a site that `portolan build` made.
 *
 * ```html
 * <script type="module" src="https://ports.example/portolan-comparison.js"></script>
 * <portolan-comparison from="https://ports.example/compare/a.json" to="https://ports.example/compare/b.json"></portolan-comparison>
 * ```
 */
import {nearestTag} from '../../languages/nearest-tag.ts'
import {lookUp} from '../../text/look-up.ts'
import type {CompareTopic} from '../compare/compare-topic.ts'
import {askLanguage, askSite, askTopic, topicAddress} from './ask-site.ts'
import {elementPage, elementReader} from './element-page.ts'
import {topicDifference} from './embedded-views.ts'
import {define, PortolanElement, type Shown} from './portolan-element.ts'

class PortolanComparison extends PortolanElement {
  static observedAttributes = ['from', 'to', 'locale', 'level']

  async load(asked: string): Promise<Shown> {
    const [from, to] = [this.getAttribute('from'), this.getAttribute('to')].map((src) =>
      topicAddress(src, 'compare'),
    )
    if (from === undefined || to === undefined || from.root.href !== to.root.href)
      throw new Error('expected two topics of one site')
    const load = ({file}: typeof from) => askSite<CompareTopic>(file, 'titles')
    const [a, b, ...beside] = await Promise.all([load(from), load(to), askTopic(from), askTopic(to)])
    const locale = nearestTag(asked, beside[0].locales)
    const page = elementPage(await askLanguage(from.root, locale ?? 'en'), from.root)
    const side = ({id, titles}: CompareTopic) => ({
      id,
      title: lookUp(titles, page.locale) ?? {text: id, lang: 'en'},
    })
    const place = {...this.place, isMissing: locale === null}
    const content = topicDifference([a, b], [side(a), side(b)], elementReader(page, beside), place)
    return {locale: page.locale, content}
  }
}

define('portolan-comparison', PortolanComparison)
