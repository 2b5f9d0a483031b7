/** What the pages do beyond HTML: theme, reading modes, rules, search, and links that keep the reader's place. */
import './choices.ts'
import './contents.ts'
import './flow.ts'
import './links.ts'
import './offline.ts'
import './rows.ts'
import './search.ts'
