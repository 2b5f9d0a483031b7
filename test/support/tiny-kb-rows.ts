/** What a row of the tiny knowledge base says in each language, its facts, and where its cells stand. */
import {createHash} from 'node:crypto'
import type {Facts, Place} from '../../src/model/schema.ts'
import {roleWords, type TinyRow, tinyEndpoints, type Words} from './tiny-kb-data.ts'

export const editionId = (topic: string, locale: string) => `bilingual/${locale}/${topic}.md`

export const endpointWords = (id: string): Words => {
  const found = tinyEndpoints.find((endpoint) => endpoint.id === id)
  if (found === undefined) throw new Error(`no endpoint ${id} in the tiny knowledge base`)
  return found.names
}

export const pathWords = ([role, protocol, security, transports, [low, high]]: TinyRow): Words => {
  const ports = low === high ? `${low}` : `${low.toLocaleString('en')}-${high.toLocaleString('en')}`
  const rest = `${protocol}${security === null ? '' : `(${security})`}/${transports.join('/').toUpperCase()}/${ports}`
  const spelt = (locale: keyof Words) =>
    role === null ? rest : `${roleWords[role]?.[locale] ?? role}/${rest}`
  return {en: spelt('en'), 'fr-FR': spelt('fr-FR'), 'ja-JP': spelt('ja-JP'), 'zh-TW': spelt('zh-TW')}
}

export const rowFacts = ([
  role,
  protocol,
  security,
  transports,
  range,
  source,
  destination,
  requirement,
]: TinyRow): Facts => ({
  role,
  protocols: [protocol],
  security,
  transports,
  ports: [range],
  sourcePorts: [],
  source: {id: source, qualifiers: [], alternatives: []},
  destination: {id: destination, qualifiers: [], alternatives: []},
  host: null,
  requirement,
  action: 'allow',
  direction: null,
})

export const sha = (text: string) => createHash('sha256').update(text).digest('hex')

export const place = (path: string, table: number, row: number, column: number): Place => ({
  path,
  line: 20 + table * 100 + row * 6 + column,
  column: 9,
})
