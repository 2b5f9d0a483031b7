/** Editions → canonical dataset: topics, aligned tables, rules with their facts, units, and the ledger of rows. */

import {faultToDiagnostic} from '../disk/fault.ts'
import {buildEndpoints, mergeEndpoints} from '../facts/endpoints/endpoint-names.ts'
import {withVocabularies} from '../facts/vocabulary/vocabularies.ts'
import {type Edition, vocabulariesOf} from '../model/edition.ts'
import {isTranslation, withOwnEnglish} from '../model/edition-language.ts'
import {compareBy, compareDiagnostics, compareText} from '../model/order.ts'
import type {Diagnostic, EditionInfo, KnowledgeBase} from '../model/schema.ts'
import {createSlugs} from '../model/slug.ts'
import {splitSentences} from '../text/sentences.ts'
import {buildTopic} from './build-topic.ts'
import {type BilingualTable, createContextMatches} from './english/context-match.ts'
import {createFit} from './english/fit.ts'
import {createDonors} from './english/infer-english.ts'
import {createMemory, type Pair} from './english/memory.ts'
import {withoutParts} from './included-parts.ts'
import {assumedLanguages} from './languages/assumed-languages.ts'
import {withTreeLanguages} from './languages/tree-languages.ts'
import {buildLedger} from './ledger.ts'
import {groupTopics} from './topics.ts'

/**
 * Builds the dataset from all editions, in any order. What is published is what was found; reconcile corrects it.
 *
 * Every table row of every edition stands behind a rule of the dataset or in the ledger, with a reason.
 */
export const buildKnowledgeBase = (documents: Edition[]): KnowledgeBase => {
  const {editions: pages, diagnostics: parts} = withoutParts(documents)
  const editions = withTreeLanguages(pages).map(withOwnEnglish)
  const {topics: groups, diagnostics} = groupTopics(editions)
  const pairs = pairsOf(editions)
  const memory = createMemory(pairs)
  const fit = createFit([...pairs, ...proseOf(editions)])
  const bilingual = tablesWithEnglish(editions)
  const donors = createDonors(bilingual)
  const contexts = createContextMatches(bilingual.filter(({locale}) => isTranslation(locale)))
  const slugOf = createSlugs()
  const broken = new Map<string, Diagnostic>()
  const built = groups.flatMap((group) => {
    try {
      return [
        withVocabularies(vocabulariesOf(group.editions), () => {
          const topic = buildTopic(group, {slug: slugOf(group), donors, contexts, memory, fit})
          return {...topic, endpoints: buildEndpoints([topic.topic])}
        }),
      ]
    } catch (error) {
      for (const {info} of group.editions)
        broken.set(
          info.id,
          faultToDiagnostic(error, {path: info.path, line: 1, column: 1}, 'the topic could not be built'),
        )
      return []
    }
  })
  // Its documents are left out as if they weren't there: the ledger has no rows of them.
  if (broken.size > 0) {
    const rest = buildKnowledgeBase(documents.filter(({info}) => !broken.has(info.id)))
    return {...rest, diagnostics: [...rest.diagnostics, ...broken.values()].toSorted(compareDiagnostics)}
  }

  const editionInfos = groups
    .flatMap(({editions: members, supersededBy}, index) =>
      members.map(
        ({info}): EditionInfo => ({
          ...info,
          topic: built[index]?.topic.id ?? '',
          supersededBy: supersededBy.get(info.id) ?? null,
        }),
      ),
    )
    .toSorted(compareBy(({id}) => id))
  const topics = built.map(({topic}) => topic).toSorted(compareBy(({id}) => id))
  const units = built
    .flatMap((topic) => topic.units)
    .toSorted(
      compareBy(
        ({edition}) => edition,
        ({table}) => table,
        ({row}) => row,
        ({column}) => column,
      ),
    )

  return {
    schema: 2,
    locales: [...new Set(editions.map(({info}) => info.locale).filter(isTranslation))].toSorted(compareText),
    editions: editionInfos,
    endpoints: mergeEndpoints(built.flatMap(({endpoints}) => endpoints)),
    topics,
    units,
    passages: built
      .flatMap(({passages}) => passages)
      .toSorted(
        compareBy(
          ({edition}) => edition,
          ({block}) => block,
        ),
      ),
    titles: built.flatMap(({titles}) => titles).toSorted(compareBy(({topic}) => topic)),
    findings: [],
    ledger: buildLedger(
      editions,
      built.flatMap(({outcomes}) => outcomes),
    ),
    diagnostics: [
      ...editions.flatMap((edition) => edition.diagnostics),
      ...diagnostics,
      ...parts,
      ...assumedLanguages(editions),
      ...built.flatMap((topic) => topic.diagnostics),
    ].toSorted(compareDiagnostics),
  }
}

/** Every cell that is known in both languages, in order of the documents' paths. */
const pairsOf = (editions: Edition[]): Pair[] =>
  editions
    .filter(({info}) => isTranslation(info.locale))
    .toSorted(compareBy(({info}) => info.path))
    .flatMap(({info, tables}) =>
      tables.flatMap(({header, rows}) =>
        [...(header ? [header] : []), ...rows].flatMap(({cells}) =>
          cells.flatMap(({source, target}) =>
            source !== null && source !== '' && target !== ''
              ? [{locale: info.locale, source, target, edition: info.id}]
              : [],
          ),
        ),
      ),
    )

/** Sentences of bilingual prose, where both sides have as many of them; in order of the documents' paths. */
const proseOf = (editions: Edition[]): Pair[] =>
  editions
    .filter(({info, tables}) => isTranslation(info.locale) && tables.some(({portTable}) => portTable))
    .toSorted(compareBy(({info}) => info.path))
    .flatMap(({info, blocks}) =>
      blocks.flatMap(({source, markdown}) => {
        const [english, translated] = [splitSentences(source ?? ''), splitSentences(markdown)]
        return english.length !== translated.length
          ? []
          : english.map((sentence, index) => ({
              locale: info.locale,
              source: sentence,
              target: translated[index] ?? '',
              edition: info.id,
            }))
      }),
    )

/** In order of the documents' paths. */
const tablesWithEnglish = (editions: Edition[]): BilingualTable[] =>
  editions
    .toSorted(compareBy(({info}) => info.path))
    .flatMap(({info, tables}) =>
      tables
        .filter(({rows}) => rows.some(({cells}) => cells.some(({source}) => source !== null)))
        .map((table) => ({edition: info.id, locale: info.locale, table})),
    )
