/** A tree as HTML for a page of the build; all text is escaped. */
import type {ElementContent} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'

const writer = unified().use(rehypeStringify).freeze()

export const treeToHtml = (children: readonly ElementContent[]): string =>
  writer.stringify({type: 'root', children: [...children]})
