/** What one page needs for searching: the engine over its site's files, the reader's language and its texts. */
import {formatLocale} from '../../text/format-locale.ts'
import {lookUp} from '../../text/look-up.ts'
import {createEngine, type Engine} from '../find/search-engine.ts'

/** Milliseconds after which an answer is late, and is told to be on its way. */
export const LATE = 150

/** Looks up a text of the site and fills its `{name}` places; a counted text picks its form by `{count}`. */
export type Say = (key: string, values?: Record<string, string | number>) => string

export interface Session {
  locale: string
  engine: Engine
  say: Say
  /** Address of a file or page of the site. */
  address: (path: string) => string
}

let opened: Promise<Session> | undefined

/** Opens the session of this page once; a failure is tried again at the next call. */
export const openSession = (): Promise<Session> => {
  opened ??= open()
  opened.catch(() => {
    opened = undefined
  })
  return opened
}

const open = async (): Promise<Session> => {
  const {lang, dataset} = document.documentElement
  const root = new URL(dataset['root'] ?? './', document.baseURI)
  const address = (path: string) => new URL(path, root).href
  const getJson = async (path: string, fresh: boolean): Promise<unknown> => {
    const response = await fetch(address(`search/${path}`), fresh ? {cache: 'reload'} : {})
    if (!response.ok) throw new Error(`${path}: expected a file, found status ${response.status}`)
    return response.json()
  }
  const engine = createEngine(getJson)
  const [texts] = await Promise.all([getJson(`texts/${lang}.json`, false), engine.warm()])
  return {locale: lang, engine, say: createSay(lang, texts), address}
}

const createSay = (locale: string, texts: unknown): Say => {
  const known = new Map<string, unknown>(Object.entries(texts ?? {}))
  // English texts in a page of another language are counted as English is.
  const lang = String(known.get('lang') ?? locale)
  const plural = new Intl.PluralRules(lang)
  const number = new Intl.NumberFormat(formatLocale(lang))
  return (key, values = {}) => {
    const {count} = values
    const counted = typeof count === 'number' ? known.get(`${key}.${plural.select(count)}`) : undefined
    const text = String(counted ?? known.get(key) ?? known.get(`${key}.other`) ?? key)
    return text.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = lookUp(values, name)
      return name === 'count' && typeof value === 'number' ? number.format(value) : String(value ?? place)
    })
  }
}
