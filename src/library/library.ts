/**
 * The library: the steps of the flow as functions that touch no disk and change nothing that they are given.
 *
 * ```ts
 * const editions = documents.map(ingest)
 * const dataset = reconcile(align(editions))
 * const {rules} = await search(dataset, '5061')
 * ```
 *
 * What is wrong with a document is a diagnostic in its edition and in the dataset, never an error. An error that is thrown
 * for what the caller gave is a {@link UsageError}, with a message (expected, found) and a hint (what to do).
 */
import {z} from 'zod'
import {buildKnowledgeBase} from '../align/build-knowledge-base.ts'
import {type ExportChoices, exportTopic} from '../app/export/export-topic.ts'
import {findTopic} from '../app/search/find-topic.ts'
import {type Search, searchDataset} from '../app/search/search-dataset.ts'
import {diffTopics, type TopicDiff} from '../compare/diff.ts'
import {UsageError} from '../disk/usage-error.ts'
import {shipped, useVocabularies} from '../facts/vocabulary/vocabularies.ts'
import {vocabularySchema} from '../facts/vocabulary/vocabulary-schema.ts'
import type {Omitted, PlanVariable} from '../firewall/export-types.ts'
import {decode} from '../ingest/decode.ts'
import {ingest as ingestText} from '../ingest/ingest.ts'
import type {Edition} from '../model/edition.ts'
import type {KnowledgeBase} from '../model/schema.ts'
import {type Decisions, decisionsSchema} from '../reconcile/engine/decisions.ts'
import {type Termbase, termbaseDiagnostics, termbaseSchema} from '../reconcile/learning/termbase-schema.ts'
import {reconcile as reconcileWithWords} from '../reconcile/reconcile.ts'
import {byLocale} from './by-locale.ts'

export type {Diagnostic, Facts, Finding, Topic, Unit} from '../model/schema.ts'
export type {Decisions, Edition, ExportChoices, Search, Termbase, TopicDiff}
export {UsageError}

/** The canonical dataset, as `knowledge-base.json` holds it: its JSON Schema is written beside that file. */
export type Dataset = KnowledgeBase

/** A document: its path below the folder of sources, with `/`, and what it holds. */
export interface SourceDocument {
  /** Tells the locale where the document doesn't, and the place of each diagnostic: `fr-FR/edge.md`. */
  path: string
  /** Bytes are decoded as UTF-8 or UTF-16. */
  content: string | Uint8Array
}

/**
 * Vocabularies of your products, before those that ship: everything from now on is read with them. Call it first.
 *
 * @param own each of the form that `docs/recipes/vocabulary.md` describes
 * @throws UsageError when one is of another form
 */
export const useVocabulary = (...own: readonly unknown[]): void =>
  useVocabularies([
    ...own.map((each) => {
      const read = vocabularySchema.safeParse(each)
      if (read.success) return read.data
      throw new UsageError(
        z.prettifyError(read.error),
        'docs/recipes/vocabulary.md tells what may stand in it',
      )
    }),
    ...shipped.values(),
  ])

/**
 * Reads one document: its identity, its tables and its prose, each with its place. One without a table that could be a
 * table of ports is passed over quickly; its edition has no tables.
 */
export const ingest = ({path, content}: SourceDocument): Edition => {
  if (typeof content === 'string') return ingestText(content.replace(/^\uFEFF/, ''), path)
  const {text, diagnostics} = decode(content, path)
  const edition = ingestText(text, path)
  return {...edition, diagnostics: [...diagnostics, ...edition.diagnostics]}
}

/**
 * Groups the editions of a topic, lays their rows and cells beside each other, and finds the English of each. The order of
 * the editions doesn't matter. What is published is what was found: `reconcile` corrects it. Each row is behind a rule or
 * in `ledger`, with the reason.
 */
export const align = (editions: readonly Edition[]): Dataset => buildKnowledgeBase([...editions])

/** What people reviewed, one of each for a locale: the files of `termbase/` and `decisions/` of a workspace. */
export interface ReviewedWords {
  termbases?: readonly Termbase[]
  decisions?: readonly Decisions[]
}

/**
 * Asks every check of each cell and corrects, on proof, what is published: findings are in `findings`, the text as found
 * stays in `target` of its unit.
 *
 * @throws UsageError when words don't have the shape of their files, contradict themselves, or come twice for a locale
 */
export const reconcile = (
  dataset: Dataset,
  {termbases = [], decisions = []}: ReviewedWords = {},
): Dataset => {
  const terms = byLocale('termbase', termbases, termbaseSchema)
  const diagnostics = [...terms.values()].flatMap((each) =>
    termbaseDiagnostics(each, `termbase/${each.locale}.json`),
  )
  const wrong = diagnostics.find(({severity}) => severity === 'error')
  if (wrong !== undefined) throw new UsageError(`${wrong.place.path}: ${wrong.message}`, wrong.hint)
  return reconcileWithWords(dataset, {
    termbase: terms,
    decisions: byLocale('decisions', decisions, decisionsSchema),
    diagnostics,
  })
}

/**
 * Rules by words (each must be found), phrases in quotation marks, protocols and ports; a port finds all rules whose ranges
 * hold it, and no other.
 *
 * @param locales languages to search, those of the texts that come back; all, English first, unless stated
 * @throws UsageError for a locale that the dataset doesn't have, and a question that can't be answered, such as port 70000
 */
export const search = async (
  dataset: Dataset,
  question: string,
  locales: readonly string[] = ['en', ...dataset.locales],
): Promise<Search> => searchDataset(dataset, question, [...locales])

/**
 * What to open and to close for who goes from topic `a` to topic `b`, rule by rule.
 *
 * @param a id of a topic, or a part of one that no other id holds; so is `b`
 * @throws UsageError for a topic that isn't there
 */
export const compare = (dataset: Dataset, a: string, b: string): TopicDiff =>
  diffTopics(findTopic(dataset.topics, a), findTopic(dataset.topics, b))

/** A file for a firewall. */
export interface FirewallFile {
  text: string
  /** Ending of its name, without a dot. */
  extension: string
  /** Addresses that are still to be set. */
  variables: PlanVariable[]
  /** Rules that are not in it, with the reason. */
  omitted: Omitted[]
}

/**
 * The rules of a topic as a file for a firewall, proved by reading it back: it opens nothing that a row doesn't state.
 *
 * @throws UsageError for an unknown topic, target, locale, endpoint or rule, and where there is nothing to write
 */
export const exportRules = (dataset: Dataset, choices: ExportChoices): FirewallFile => {
  const {text, target, plan} = exportTopic(dataset, choices)
  return {text, extension: target.extension, variables: plan.variables, omitted: plan.omitted}
}
