/** Words for what rules say in no words of their own: `inbound`, `legacy`, as the site calls it in each language. */
import {directionOf} from '../../facts/direction/rule-direction.ts'
import {readLanguageFile} from '../../languages/language-file-fs.ts'
import {compareText} from '../../model/order.ts'
import type {KnowledgeBase} from '../../model/schema.ts'
import type {MeaningFile} from '../files.ts'
import type {SearchRule} from '../rule-order.ts'
import {foldText} from '../search-fold.ts'
import {toRuns} from './runs.ts'

/** Of the site's own texts, those that name a fact that rules tell apart by. */
const NAMES =
  /^(?:direction|requirement)\.(?<fact>inbound|outbound|within|both|required|optional|conditional|legacy)$/u

export function buildMeanings(
  rules: readonly SearchRule[],
  {endpoints, locales}: Pick<KnowledgeBase, 'endpoints' | 'locales'>,
): MeaningFile {
  const zones = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]))
  const stating = new Map<string, number[]>()
  for (const [number, {rule, table}] of rules.entries()) {
    const direction = directionOf(rule.facts, table, zones)
    // What goes both ways goes in and out.
    const ways =
      direction === 'both' ? ['inbound', 'outbound', 'both'] : direction === null ? [] : [direction]
    for (const fact of [...ways, rule.facts.requirement]) {
      const own = stating.get(fact)
      if (own === undefined) stating.set(fact, [number])
      else own.push(number)
    }
  }
  stating.delete('unknown')
  const facts = [...stating].sort(([a], [b]) => compareText(a, b))
  return {
    words: Object.fromEntries(['en', ...locales].map((locale) => [locale, wordsOf(locale)])),
    facts: Object.fromEntries(facts.map(([fact, numbers]) => [fact, toRuns(numbers)])),
  }
}

/** Folded words with the fact that they mean; the names of the facts themselves are English. */
function wordsOf(locale: string): MeaningFile['words'][string] {
  const texts: unknown = readLanguageFile(locale, 'interface')
  return Object.entries(texts ?? {}).flatMap(([key, text]): [string, string][] => {
    const fact = NAMES.exec(key)?.groups?.['fact']
    if (fact === undefined) return []
    const own: [string, string] = [foldText(String(text)), fact]
    return locale === 'en' && own[0] !== fact ? [own, [fact, fact]] : [own]
  })
}
