/** Run by `built-site.ts` in a process of its own: builds the site of a data folder. */

import {readPrevious} from '../../src/app/build/previous-fs.ts'
import {startSite} from '../../src/app/build/site-thread.ts'
import {readKnowledgeBase} from '../../src/disk/knowledge-base-fs.ts'

const [dataDir = '', outDir = '', previous] = process.argv.slice(2)
const earlier = previous === undefined ? undefined : readPrevious({previous})
const site = startSite({
  outDir,
  site: 'https://ports.example',
  ...(earlier === undefined ? {} : {previous: earlier}),
})
try {
  site.begin(readKnowledgeBase(dataDir))
  await site.end()
} finally {
  await site.close()
}
