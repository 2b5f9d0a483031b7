/** Search itself with the style of its list: the whole of `search/client.js`, which pages load when they need it. */
import {attachSearch} from '../../search/client.ts'
import style from './search-box.css?inline'

const sheet = new CSSStyleSheet()
sheet.replaceSync(`@layer components {${style}}`)
document.adoptedStyleSheets.push(sheet)

attachSearch().catch((error: unknown) => console.warn(error))
