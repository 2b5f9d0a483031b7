/** All of search's benchmarks: `node bench/search.ts [DATA] [DIST]`; DIST is a built site of DATA. */
import {printCosts} from './search-cost.ts'
import {printPeers} from './search-peers.ts'
import {printScale} from './search-scale.ts'

const [data = 'data', dist = 'dist'] = process.argv.slice(2)
console.log('First and later queries in Chromium')
await printCosts(dist)
console.log('\nWhat a first query loads as the workspace grows')
await printScale(data)
console.log('\nBeside other engines, on the same rules')
await printPeers(data)
