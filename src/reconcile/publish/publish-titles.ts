/** Calls each topic by the best of the titles that its editions state, in each language. */
import {isEnglish, isTranslation} from '../../model/edition-language.ts'
import {compareBy} from '../../model/order.ts'
import type {Finding, KnowledgeBase, LocalizedText, Text, Title, Topic} from '../../model/schema.ts'
import {isStated} from '../../model/stated.ts'
import {isInLanguage} from './in-language.ts'
import {isUnreadable} from './publish.ts'
import {isAbbreviated, isCut, isDecorated, siteNames} from './title-faults.ts'

type Titled = Pick<KnowledgeBase, 'editions' | 'locales' | 'titles' | 'topics'>

/** Topics with their titles as published; a topic without any is left as it is. */
export const publishTitles = (kb: Titled, findings: readonly Finding[]): Topic[] => {
  const byTopic = Map.groupBy(kb.titles, ({topic}) => topic)
  const grave = new Set(findings.filter((finding) => isUnreadable(finding)).map(({id}) => id))
  const superseded = new Set(kb.editions.flatMap(({id, supersededBy}) => (supersededBy === null ? [] : id)))
  const byEdition = [...Map.groupBy(kb.titles, ({edition}) => edition).values()]
  const sites = siteNames(byEdition.map((titles) => titles.map(({target}) => target)))
  const choice: Choice = {grave, superseded, sites}
  return kb.topics.map((topic) => {
    const titles = byTopic.get(topic.id)
    return titles === undefined ? topic : {...topic, title: titleOf(topic.title, titles, choice)}
  })
}

interface Choice {
  /** Ids of findings for which a reader is served better by English. */
  grave: ReadonlySet<string>
  superseded: ReadonlySet<string>
  /** What stands behind titles as the name of their site. */
  sites: ReadonlySet<string>
}

const titleOf = (title: Text, titles: readonly Title[], choice: Choice): Text => {
  const texts = new Map(Object.entries(title.texts))
  for (const [locale, rivals] of Map.groupBy(titles, ({locale}) => locale)) {
    if (!isTranslation(locale)) continue
    const best = bestOf(rivals, choice)
    if (best !== undefined) texts.set(locale, textOf(best))
  }
  return {...title, ...englishOf(title, titles, choice), texts: Object.fromEntries(texts)}
}

const textOf = ({published, status, target, findings}: Title): LocalizedText => ({
  text: published,
  status,
  unit: null,
  original: published === target ? null : target,
  findings,
})

interface StatedEnglish {
  text: string
  edition: string
  origin: 'document' | 'span'
}

/** The English of the topic, but for one that is cut where another document states the whole. */
const englishOf = (
  {source, sourceOrigin}: Text,
  titles: readonly Title[],
  {sites}: Choice,
): Pick<Text, 'source' | 'sourceOrigin'> => {
  const stated = titles.flatMap((title): StatedEnglish[] =>
    isEnglish(title.locale)
      ? [{text: title.target, edition: title.edition, origin: 'document'}]
      : title.sourceOrigin === 'span' && title.source !== null
        ? [{text: title.source, edition: title.edition, origin: 'span'}]
        : [],
  )
  const all = [...new Set(stated.map(({text}) => text))]
  const faultsOf = (text: string, edition: string): number => {
    const own = stated.filter((other) => other.edition === edition).map((other) => other.text)
    return [isCut(text, all, own, sites), isAbbreviated(text, all), isDecorated(text, own, sites)].filter(
      Boolean,
    ).length
  }
  const present = stated.find(({text}) => text === source)
  const [best] = stated.toSorted(compareBy(({text, edition}) => faultsOf(text, edition)))
  if (best === undefined || present === undefined) return {source, sourceOrigin}
  return faultsOf(present.text, present.edition) > faultsOf(best.text, best.edition)
    ? {source: best.text, sourceOrigin: best.origin}
    : {source, sourceOrigin}
}

/**
 * In the reader's language, sound, whole, written out and current ones go first; of these the one of people, then one that
 * needed no correction, one whose English is stated, then the one of the edition that is trusted most.
 */
const bestOf = (rivals: readonly Title[], {grave, superseded, sites}: Choice): Title | undefined => {
  const texts = rivals.map(({published}) => published)
  const ownOf = ({edition}: Title): string[] =>
    rivals.filter((other) => other.edition === edition).map(({published}) => published)
  const no = (fault: boolean): number => (fault ? 1 : 0)
  const [best] = rivals.toSorted(
    compareBy<Title>(
      (title) => no(title.status === 'source' || !isInLanguage(title.published, title.locale)),
      (title) => no(title.published === title.target && title.findings.some((id) => grave.has(id))),
      (title) => no(isCut(title.published, texts, ownOf(title), sites)),
      (title) => no(isAbbreviated(title.published, texts)),
      (title) => no(isDecorated(title.published, ownOf(title), sites)),
      ({edition}) => no(superseded.has(edition)),
      ({status}) => no(status !== 'human'),
      ({published, target}) => no(published !== target),
      ({sourceOrigin}) => no(!isStated(sourceOrigin)),
    ),
  )
  return best
}
