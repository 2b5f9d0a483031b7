/** The prose of each edition with its English, sentence by sentence: what the checks of prose are asked about. */

import type {Edition} from '../../model/edition.ts'
import {isEnglish, isTranslation, statusOfEdition} from '../../model/edition-language.ts'
import type {Block, Passage, Segment, SourceOrigin} from '../../model/schema.ts'
import {splitSentences} from '../../text/sentences.ts'
import type {Fit} from '../english/fit.ts'
import type {TopicGroup} from '../topics.ts'
import {samePlaces} from './block-places.ts'
import {pairSentences, type Sentence, type SentencePair} from './pair-sentences.ts'
import {sameSections} from './same-sections.ts'

/** Kinds of blocks that are laid beside each other; a heading never stands for a paragraph. */
const DIFFERENT = 0.8
/** An English document is a source for another one only where their prose fits so far on the whole. */
const LEAST_WHOLE = 0.3

/** Passages of all editions of a topic that have English beside them, or in another edition; by edition and block. */
export const buildPassages = ({editions}: TopicGroup, topic: string, likeness: Fit): Passage[] => {
  const sources = distinctSources(editions)
  const english = editions.find(({info, blocks}) => isEnglish(info.locale) && blocks.length > 0)
  return editions
    .filter(({info}) => isTranslation(info.locale))
    .flatMap((edition) =>
      edition.blocks.some(({source}) => source !== null)
        ? ownPassages(edition, topic, likeness)
        : english === undefined
          ? alignedPassages(edition, topic, sources, likeness)
          : documentPassages(edition, topic, english, likeness),
    )
}

/** Neither a table nor code, which has no sentences and stands in no language. */
const isProse = ({kind, markdown}: Block): boolean => kind !== 'table' && !/^\s*(?:`{3}|~{3})/.test(markdown)

/** Blocks with the English of the block that stands in their place in the English document. */
const documentPassages = (edition: Edition, topic: string, english: Edition, likeness: Fit): Passage[] => {
  const places = sameSections(english.blocks, edition.blocks)
  return edition.blocks.flatMap((block, index) => {
    const source = english.blocks[places.get(index) ?? -1]?.source ?? ''
    if (!isProse(block) || block.markdown === '' || source === '') return []
    return [
      {
        ...besidePassage(edition, topic, index, block, source, english.info.id, likeness),
        sourceOrigin: 'document' as const,
      },
    ]
  })
}

/** Id of the passage of a block; `index` counts from 0. */
export const passageId = (edition: string, index: number): string => `${edition}#p${index + 1}`

/** One edition for each English text of the topic: documents in three languages hold the same one. */
const distinctSources = (editions: readonly Edition[]): Edition[] => {
  const byText = new Map<string, Edition>()
  for (const edition of editions) {
    const text = edition.blocks.map(({source}) => source ?? '').join('\n')
    if (text.trim() !== '' && !byText.has(text)) byText.set(text, edition)
  }
  return [...byText.values()]
}

const ownPassages = (edition: Edition, topic: string, likeness: Fit): Passage[] =>
  edition.blocks.flatMap((block, index) => {
    if (!isProse(block) || block.source === null || block.markdown === '') return []
    return [besidePassage(edition, topic, index, block, block.source, null, likeness)]
  })

/** A block with the English of the same block, sentence by sentence. */
const besidePassage = (
  edition: Edition,
  topic: string,
  index: number,
  block: Block,
  source: string,
  from: string | null,
  likeness: Fit,
): Passage => {
  const pairs = pairSentences(
    sentencesOf(source, index),
    sentencesOf(block.markdown, index),
    sentenceFit(edition.info.locale, likeness),
    {closed: true},
  )
  return passageOf(edition, topic, index, block, {
    source,
    origin: from === null ? 'span' : 'sibling',
    from,
    pairs,
  })
}

const alignedPassages = (
  edition: Edition,
  topic: string,
  sources: readonly Edition[],
  likeness: Fit,
): Passage[] => {
  const translated = proseSentences(edition.blocks, ({markdown}) => markdown)
  const [best] = sources
    .map((source) => {
      const english = proseSentences(source.blocks, (block) => block.source ?? '')
      const pairs = pairSentences(english, translated, proseFit(source, edition, likeness))
      const whole = pairs.filter((pair) => pair.english.length > 0 && pair.translated.length > 0)
      return {source, pairs, share: translated.length === 0 ? 0 : whole.length / translated.length}
    })
    .toSorted((a, b) => b.share - a.share)
  if (best === undefined || best.share < LEAST_WHOLE) return []
  const byBlock = pairsByBlock(best.pairs)
  const places = samePlaces(best.source.blocks, edition.blocks)
  return edition.blocks.flatMap((block, index) => {
    const english = best.source.blocks[places.get(index) ?? -1]?.source ?? ''
    if (isProse(block) && block.markdown !== '' && english !== '')
      return [besidePassage(edition, topic, index, block, english, best.source.info.id, likeness)]
    const pairs = byBlock.get(index)
    if (!isProse(block) || pairs === undefined) return []
    const source = pairs
      .flatMap(({english}) => english)
      .map(({text}) => text)
      .join(' ')
    if (source === '') return []
    return [
      passageOf(edition, topic, index, block, {source, origin: 'shape', from: best.source.info.id, pairs}),
    ]
  })
}

const sentencesOf = (text: string, block: number): Sentence[] =>
  splitSentences(text).map((sentence) => ({block, text: sentence}))

const proseSentences = (blocks: readonly Block[], textOf: (block: Block) => string): Sentence[] =>
  blocks.flatMap((block, index) => (isProse(block) ? sentencesOf(textOf(block), index) : []))

const joined = (sentences: readonly Sentence[]): string => sentences.map(({text}) => text).join(' ')

const sentenceFit =
  (locale: string, likeness: Fit) =>
  (english: Sentence[], translated: Sentence[]): number =>
    likeness(locale, joined(english), joined(translated))

/** As `sentenceFit`, and headings only stand for headings. */
const proseFit = (source: Edition, edition: Edition, likeness: Fit) => {
  const isHeading = (blocks: readonly Block[], [first]: readonly Sentence[]) =>
    blocks[first?.block ?? -1]?.kind === 'heading'
  return (english: Sentence[], translated: Sentence[]): number => {
    if (isHeading(source.blocks, english) !== isHeading(edition.blocks, translated)) return 0
    const [one, other] = [source.blocks[english[0]?.block ?? -1], edition.blocks[translated[0]?.block ?? -1]]
    const fits = likeness(edition.info.locale, joined(english), joined(translated))
    return one?.kind === other?.kind ? fits : fits * DIFFERENT
  }
}

/** Pairs under the block of their translation; a missing sentence goes with the sentences of its English block. */
const pairsByBlock = (pairs: readonly SentencePair[]): Map<number, SentencePair[]> => {
  const byBlock = new Map<number, SentencePair[]>()
  for (const [index, pair] of pairs.entries()) {
    const block = pair.translated[0]?.block ?? blockOfMissing(pair, pairs[index - 1], pairs[index + 1])
    if (block !== undefined) byBlock.set(block, [...(byBlock.get(block) ?? []), pair])
  }
  return byBlock
}

const blockOfMissing = (
  {english}: SentencePair,
  ...neighbours: (SentencePair | undefined)[]
): number | undefined =>
  neighbours.find(
    (neighbour) =>
      neighbour !== undefined &&
      neighbour.translated.length > 0 &&
      neighbour.english.some(({block}) => block === english[0]?.block),
  )?.translated[0]?.block

interface Origin {
  source: string
  origin: SourceOrigin
  /** Edition that the English was taken from; null when it stands beside the block. */
  from: string | null
  pairs: readonly SentencePair[]
}

const passageOf = (
  {info}: Edition,
  topic: string,
  index: number,
  block: Block,
  {source, origin, from, pairs}: Origin,
): Passage => ({
  id: passageId(info.id, index),
  edition: info.id,
  topic,
  locale: info.locale,
  block: index + 1,
  source,
  sourceOrigin: origin,
  sourceFrom: from,
  target: block.markdown,
  segments: pairs.map(
    ({english, translated}): Segment => ({
      ids: [],
      source: english.length === 0 ? null : joined(english),
      target: joined(translated),
    }),
  ),
  published: block.markdown,
  status: statusOfEdition(info),
  findings: [],
  place: block.place,
})
