/** Where a component stands: the language that it speaks, the addresses that it leads to, and its number on the page. */
import {workspace} from 'virtual:portolan/workspace'
import type {ElementContent} from 'hast'
import type {Topic} from '../model/schema.ts'
import {directedHtml} from '../site/build/page-directions.ts'
import {dataset} from '../site/dataset/dataset.ts'
import {NOWHERE, type Place} from '../site/elements/embedded.ts'
import {createPage, type Page} from '../site/layout/page-context.ts'
import {textsByLocale} from '../site/shared/interface-texts.ts'
import {treeToHtml} from '../site/shared/tree-html.ts'
import {withoutOverrides} from '../text/left-to-right.ts'
import {textDirection} from '../text/text-direction.ts'
import {askedLocale, askedTopic} from './asked.ts'

/** What Astro tells of the page. */
interface Host {
  request: Request
  currentLocale: string | undefined
}

interface Shown {
  locale?: string | undefined
  level?: number | undefined
}

export interface EmbedPage {
  page: Page
  place: Place
  /** @throws UsageError for one that isn't there */
  topic: (id: string) => Topic
  /** With directions; all texts are escaped. */
  html: (content: readonly ElementContent[]) => string
}

export function embedPage(component: string, {locale, level = 3}: Shown, host: Host): EmbedPage {
  const languages = {dataset: dataset.locales, texts: Object.keys(textsByLocale)}
  const asked = askedLocale(languages, {locale, pageLocale: host.currentLocale}, component)
  const own = asked.locale
  return {
    page: {...createPage(own, ''), ...addresses(asked.linked)},
    place: {prefix: nextPrefix(host.request), level, isMissing: asked.isMissing},
    topic: (id) => askedTopic(dataset.topics, id, component),
    html: (content) => {
      const html = `<div class="portolan not-content" lang="${own}" dir="${textDirection(own)}">${treeToHtml(content)}</div>`
      return directedHtml(withoutOverrides(html))
    },
  }
}

function addresses(locale: string): Pick<Page, 'to' | 'inLocale' | 'file'> {
  const file = (path: string) => `${workspace.address ?? NOWHERE}${path}`
  return {
    file,
    to: (path) => file(`${locale}/${path}`),
    inLocale: (other, path = '') => file(`${other}/${path}`),
  }
}

const counts = new WeakMap<Request, number>()

/** Of one page: the same component may stand there twice. */
function nextPrefix(request: Request): string {
  const count = (counts.get(request) ?? 0) + 1
  counts.set(request, count)
  return count === 1 ? 'portolan-' : `portolan-${count}-`
}
