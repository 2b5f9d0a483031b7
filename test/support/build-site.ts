/** Run by `built-site.ts` in a process of its own: builds the site of a data folder. */
import {readPrevious} from '../../scripts/lib/previous-fs.ts'
import {startSite} from '../../scripts/lib/site-thread.ts'

const [dataDir = '', outDir = '', previous] = process.argv.slice(2)
const earlier = previous === undefined ? undefined : readPrevious({previous})
const site = startSite({
  dataDir,
  outDir,
  site: 'https://ports.example',
  ...(earlier === undefined ? {} : {previous: earlier}),
})
try {
  await site.build()
} finally {
  await site.close()
}
