/**
 * English documents that moved after they were translated: `deploy/requirements` is the English of a translation at
 * `requirements`, where each is alone with its name in such folders.
 */
import type {Edition} from '../model/edition.ts'
import {isEnglish, isTranslation} from '../model/edition-language.ts'
import {haveOtherTables} from './shared-figures.ts'

/** Stem of a translation without English → stem of the English document of the same name whose folders hold its own, in order. */
export const movedStems = (editions: readonly Edition[]): ReadonlyMap<string, string> => {
  const moved = new Map<string, string>()
  for (const sameName of Map.groupBy(editions, ({name}) => name).values()) {
    const stems = [...Map.groupBy(sameName, ({stem}) => stem)]
    if (stems.length === 1) continue
    const alone = stems.filter(([, own]) => !own.some(({info}) => isTranslation(info.locale)))
    const sources = alone.filter(([, own]) => own.some(({info}) => isEnglish(info.locale)))
    const open = stems.filter(
      ([, own]) => !own.some(({info}) => isEnglish(info.locale)) && own.some(isOfTranslation),
    )
    for (const [stem, own] of open) {
      const [source, other] = sources.filter(([english]) => isNear(stem, english))
      if (source === undefined || other !== undefined) continue
      const rivals = open.filter(([each]) => isNear(each, source[0]))
      const isOther = own.some((edition) => source[1].some((english) => haveOtherTables(edition, english)))
      if (rivals.length === 1 && !isOther) moved.set(stem, source[0])
    }
  }
  return moved
}

const isOfTranslation = ({info}: Edition): boolean => isTranslation(info.locale)

/** Whether one path has all folders of the other one in their order, and others besides. */
const isNear = (a: string, b: string): boolean => {
  const [one, other] = [foldersOf(a), foldersOf(b)]
  return one.length < other.length ? isWithin(one, other) : other.length < one.length && isWithin(other, one)
}

const foldersOf = (stem: string): string[] => stem.split('/').slice(0, -1)

/** A document at the root is near to nothing: every folder holds it. */
const isWithin = (few: readonly string[], many: readonly string[]): boolean => {
  let at = 0
  for (const folder of many) if (folder === few[at]) at += 1
  return few.length > 0 && at === few.length
}
