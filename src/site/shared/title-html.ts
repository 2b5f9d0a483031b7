/** A title as HTML, with the places where its line may break. */

import {htmlText} from '../../text/html-text.ts'
import {phrases} from '../../text/phrases.ts'
import {typeset} from './typeset.ts'

export const titleHtml = (text: string, lang: string): string =>
  phrases(typeset(text), lang).map(htmlText).join('<wbr>').replaceAll(' <wbr>', ' ')
