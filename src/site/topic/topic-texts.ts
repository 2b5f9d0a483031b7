/** What is said about a topic as a whole. */

import type {Text} from '../../model/schema.ts'
import {dataset} from '../dataset/dataset.ts'
import {shownText} from '../evidence/shown-cell.ts'

/** A title or heading in the reader's language, English where there is none. */
export const words = (text: Text, locale: string): string => shownText(text, locale, dataset).text
