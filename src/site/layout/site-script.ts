/** What the pages do beyond HTML: theme, reading modes, rules, search, and links that keep the reader's place. */
import './contents.ts'
import './later.ts'
import '../prose/link-script.ts'
import './offline-copy.ts'
import '../search/start-search.ts'
