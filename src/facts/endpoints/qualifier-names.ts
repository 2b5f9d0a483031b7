/** What each language calls a qualifier: those of any product, and those of the vocabularies that ship. Pages load no more. */

import lync from '../../../vocabularies/lync/qualifier-names.json' with {type: 'json'}
import {nearestTag} from '../../languages/nearest-tag.ts'
import {lookUp} from '../../text/look-up.ts'
import common from './qualifier-names.json' with {type: 'json'}

export const namesOfQualifiers: Record<string, Partial<Record<string, string>>> = {...common, ...lync}

/** By id, of those that have one in the language or in English. */
export const qualifierNames = (locale: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(namesOfQualifiers).flatMap(([id, names]) => {
      const tag = nearestTag(locale, Object.keys(names)) ?? 'en'
      const name = lookUp(names, tag)
      return name === undefined ? [] : [[id, name]]
    }),
  )
