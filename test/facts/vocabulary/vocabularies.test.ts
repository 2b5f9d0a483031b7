import {readFileSync} from 'node:fs'
import {globSync} from 'tinyglobby'
import {afterEach, describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {parseEndpointName} from '../../../src/facts/endpoints/endpoint-translation.ts'
import {withCommonWords} from '../../../src/facts/endpoints/endpoint-vocabulary.ts'
import common from '../../../src/facts/endpoints/endpoints.json' with {type: 'json'}
import {parseEndpoint, zoneOf} from '../../../src/facts/endpoints/endpoints.ts'
import {namesOfQualifiers} from '../../../src/facts/endpoints/qualifier-names.ts'
import {formatPath, parsePath} from '../../../src/facts/path/path.ts'
import {requirementOf} from '../../../src/facts/requirement/requirement-words.ts'
import {shippedVocabularies} from '../../../src/facts/vocabulary/shipped-vocabularies.ts'
import {
  inLanguage,
  ofVocabularies,
  shipped,
  useVocabularies,
  vocabulariesNamedIn,
  withVocabularies,
} from '../../../src/facts/vocabulary/vocabularies.ts'
import {qualifierNamesSchema, vocabularySchema} from '../../../src/facts/vocabulary/vocabulary-schema.ts'
import {lexiconWithNames} from '../../../src/reconcile/engine/lexicon-with-names.ts'
import {readEnglish} from '../../../src/reconcile/reading/english-cell.ts'
import {documentOf, html} from '../../support/row-outcomes.ts'

const files = globSync('vocabularies/*/vocabulary.json').toSorted()
const parsed = files.map((file) => vocabularySchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))))

/** A mail gateway that nobody ships words for. */
const mail = vocabularySchema.parse({
  about: 'Acme Mail Gateway',
  ignored: ['acme'],
  endpoints: [
    {
      id: 'parcel-hub',
      zone: 'edge-external',
      patterns: ['parcel hub'],
      names: {en: 'Parcel hub', 'de-DE': 'Paketzentrum'},
    },
  ],
  alsoNamed: {clients: ['acme desktop']},
  machines: ['Relay'],
  products: {kept: ['Acme Vault'], old: ['acme classic'], current: ['acme two']},
  languages: {
    en: {roles: {Inbox: ['Inbox', 'IN-BOX']}},
    'de-DE': {
      words: {'parcel hub': ['Weiterleiter']},
      roles: {Inbox: ['Posteingang']},
      products: {'Acme Vault': ['Acme Tresor']},
      unchanged: ['Relay'],
    },
  },
})

describe('src/facts/vocabulary/vocabularies.ts', () => {
  afterEach(() => useVocabularies([...shipped.values()]))

  it.each(files.map((file, index) => [file, parsed[index]] as const))(
    '%s has the form of a vocabulary',
    (_, read) => expect(read?.error).toBeUndefined(),
  )

  it('registers every vocabulary that ships by the name of its folder', () => {
    expect(files.length).toBeGreaterThan(0)
    expect(files.map((file) => file.split('/')[1])).toEqual(Object.keys(shippedVocabularies).toSorted())
    expect([...shipped.values()]).toEqual(parsed.map(({data}) => data))
  })

  it('knows a name of no qualifier that is not registered', () => {
    const known = new Set([...shipped.values()].flatMap(({qualifiers}) => qualifiers.map(({id}) => id)))
    for (const file of globSync('vocabularies/*/qualifier-names.json')) {
      const names = qualifierNamesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      expect(Object.keys(names).filter((id) => !known.has(id))).toEqual([])
      expect(namesOfQualifiers).toMatchObject(names)
    }
  })

  it('names no endpoint twice, and adds names to known ones only', () => {
    const ids = [...[...shipped.values()].flatMap(({endpoints}) => endpoints), ...common.endpoints].map(
      ({id}) => id,
    )
    expect(ids).toEqual([...new Set(ids)])
    const ofAny = new Set(common.endpoints.map(({id}) => id))
    const added = [...shipped.values()].flatMap(({alsoNamed}) => Object.keys(alsoNamed))
    expect(added.filter((id) => !ofAny.has(id))).toEqual([])
  })

  it('keeps names of products out of what is known of endpoints, requirements and languages in general', () => {
    const general = [
      ...globSync('src/facts/**/*.json', {ignore: '**/protocols.json'}),
      ...globSync('src/languages/**/{words,base,lexicon}.json'),
    ]
    const product =
      /\b(?:lync|skype|teams|ocs|(?:access|a\/v) edge|edge server|front end (?:server|pool)|mediation server)\b/i
    expect(general.length).toBeGreaterThan(20)
    expect(general.filter((file) => product.test(readFileSync(file, 'utf8')))).toEqual([])
  })

  it('puts the endpoints, names and words of a vocabulary beside those of any product', () => {
    const {endpoints, ignored} = withCommonWords([mail])
    expect(endpoints.map(({id}) => id)).toEqual(['parcel-hub', ...common.endpoints.map(({id}) => id)])
    expect(endpoints.find(({id}) => id === 'clients')?.patterns).toContain('acme desktop')
    expect(ignored).toContain('acme')
    expect(withCommonWords([]).endpoints.map(({id}) => id)).not.toContain('parcel-hub')
  })

  it('lets a vocabulary say of a known endpoint what it is: its zone and names go first, and all patterns hold', () => {
    const own = vocabularySchema.parse({
      endpoints: [{id: 'clients', zone: 'internal', patterns: ['till'], names: {en: 'Tills'}}],
    })
    const {endpoints} = withCommonWords([own])
    const clients = endpoints.filter(({id}) => id === 'clients')
    expect(clients).toHaveLength(1)
    expect(clients[0]).toMatchObject({zone: 'internal', names: {en: 'Tills'}})
    expect(clients[0]?.patterns).toEqual(expect.arrayContaining(['till', 'client']))
  })

  it('reads with the vocabularies in use, whatever was read before them', () => {
    const path = 'Posteingang/SMTP/TCP/25'
    const old = 'Only for Acme Classic.'
    const before = {
      endpoint: parseEndpoint('Parcel hub').id,
      zone: zoneOf('parcel-hub'),
      german: parseEndpointName('Weiterleiter', 'de-DE'),
      role: parsePath('IN-BOX/SMTP/TCP/25', 'de-DE'),
      requirement: requirementOf(old).requirement,
      names: readEnglish('Acme Vault Server').names,
    }
    expect(before).toMatchObject({endpoint: 'parcel-hub', zone: 'unknown', german: null, names: []})
    expect(before.requirement).not.toBe('legacy')

    useVocabularies([mail])
    expect(parseEndpoint('the Acme parcel hubs').id).toBe('parcel-hub')
    expect(zoneOf('parcel-hub')).toBe('edge-external')
    expect(parseEndpointName('Weiterleiter', 'de-AT')?.id).toBe('parcel-hub')
    const read = parsePath(path, 'de-DE')
    expect(read).toMatchObject({ok: true, role: 'Inbox', anomaly: null})
    if (read.ok) expect(formatPath(read, 'de-DE')).toBe(path)
    expect(requirementOf(old).requirement).toBe('legacy')
    expect(requirementOf('Only for Acme Classic and Acme Two.').requirement).not.toBe('legacy')
    expect(readEnglish('Acme Vault Server').names.map(({name}) => name)).toEqual(['Acme Vault'])
    expect(lexiconWithNames('de-DE')).toMatchObject({products: {'Acme Vault': ['Acme Tresor']}})
    expect(lexiconWithNames('de-DE').unchanged).toContain('Relay')
    // What only the one that ships knows is unknown now.
    expect(parseEndpoint('Access Edge service').id).toBe('access-edge-service')
  })

  it('serves a region by the one that writes its language alike, and no other language', () => {
    const of = (tags: string[]) =>
      vocabularySchema.parse({languages: Object.fromEntries(tags.map((tag) => [tag, {unchanged: [tag]}]))})
    useVocabularies([of(['fr-FR', 'zh-TW', 'zh-CN', 'pt-BR', 'sr-Latn'])])
    const served = (locale: string) => inLanguage(locale).flatMap(({unchanged}) => unchanged)
    expect(['fr', 'fr-CA', 'zh-HK', 'zh-SG', 'pt-PT', 'pt-br'].map(served)).toEqual([
      ['fr-FR'],
      ['fr-FR'],
      ['zh-TW'],
      ['zh-CN'],
      ['pt-BR'],
      ['pt-BR'],
    ])
    expect(['sr-RS', 'it-IT', 'und', 'not a tag'].map(served)).toEqual([[], [], [], []])
  })

  it('reads a document with the words of a product only where it is one of the product', () => {
    const rows = [['7100', 'TCP', 'Peer gateway', 'Postbox']]
    const header = ['Port', 'Protocol', 'Source', 'Destination']
    const source = (told: {lead?: string; heading?: string} = {}) =>
      buildKnowledgeBase([documentOf({header, rows, ...told}, html)]).topics[0]?.tables[0]?.rows[0]?.rules[0]
        ?.facts.source?.id
    const own = vocabularySchema.parse({
      namedBy: ['Acme Mail'],
      endpoints: [{id: 'parcel-hub', patterns: ['peer gateway'], names: {en: 'Parcel hub'}}],
    })
    expect(source()).toBe('peer-gateway')
    useVocabularies([own, ...shipped.values()])
    expect(
      [
        {},
        {heading: 'Ports of Acme\u00a0Mail'},
        {heading: 'Ports of Acme Mailer'},
        {lead: 'Unlike Acme Mail, it needs one port.'},
      ].map(source),
    ).toEqual(['peer-gateway', 'parcel-hub', 'peer-gateway', 'peer-gateway'])
    useVocabularies([{...own, namedBy: []}])
    expect(source()).toBe('parcel-hub')
  })

  it('makes what depends on vocabularies once for each list of them, and goes back when a function throws', () => {
    const made = ofVocabularies((vocabularies) => vocabularies.length)
    const all = made()
    expect(withVocabularies([], made)).toBe(0)
    expect(() =>
      withVocabularies([], () => {
        throw new Error('broken')
      }),
    ).toThrow('broken')
    expect(made()).toBe(all)
  })
})

describe('the vocabulary of a product', () => {
  it.each([
    ['# Quay hub\n\nUnlike Lync, the hub needs one port.', false],
    ['# Quay hub\n\nNot for Lync. Unlike Lync, it is small.', false],
    ['# Lync Server ports\n\nThe server needs one port.', true],
    ['---\ntitle: Ports of Lync\n---\n\n# Ports', true],
    ['# Ports\n\nLync sends. Lync receives. Lync waits.', true],
  ])('is used by its documents, and by none that mentions it: %j %s', (text, isUsed) => {
    expect(vocabulariesNamedIn(text).length > vocabulariesNamedIn('# Nothing').length).toBe(isUsed)
  })
})
