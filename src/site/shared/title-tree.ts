/** A title or name as content of a page, with the places where its line may break. */
import {phrases} from '../../text/phrases.ts'
import type {Spoken} from './reader.ts'
import {type Child, h} from './tree.ts'

export const titleTree = ({text, lang}: Spoken): Child[] =>
  phrases(text, lang).flatMap((piece, at, all) =>
    // A line breaks at a space by itself.
    at === 0 || all[at - 1]?.endsWith(' ') ? [piece] : [h('wbr'), piece],
  )
