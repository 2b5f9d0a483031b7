/** A title as HTML, with the places where its line may break. */
import {phrases} from '../../text/phrases.ts'
import {escapeText} from './tree-html.ts'
import {typeset} from './typeset.ts'

export const titleHtml = (text: string, lang: string): string =>
  phrases(typeset(text), lang).map(escapeText).join('<wbr>').replaceAll(' <wbr>', ' ')
