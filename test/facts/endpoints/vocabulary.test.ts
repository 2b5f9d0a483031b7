import {readFileSync} from 'node:fs'
import {globSync} from 'tinyglobby'
import {describe, expect, it} from 'vitest'
import common from '../../../src/facts/endpoints/endpoints.json' with {type: 'json'}
import {namesOfQualifiers} from '../../../src/facts/endpoints/qualifier-names.ts'
import {vocabularies} from '../../../src/facts/endpoints/shipped-vocabularies.ts'
import {type EndpointWords, withCommonWords} from '../../../src/facts/endpoints/vocabulary.ts'
import {qualifierNamesSchema, vocabularySchema} from '../../../src/facts/endpoints/vocabulary-schema.ts'

const files = globSync('vocabularies/*/vocabulary.json').toSorted()
const parsed = files.map((file): unknown => JSON.parse(readFileSync(file, 'utf8')))

const mail: EndpointWords = {
  ignored: ['acme'],
  qualifiers: [],
  endpoints: [
    {
      id: 'mail-relay',
      zone: 'edge-external',
      alone: false,
      patterns: ['mail relay'],
      names: {en: 'Mail relay'},
    },
  ],
  alsoNamed: {clients: ['acme desktop']},
  hosts: [],
}

describe('src/facts/endpoints/vocabulary.ts', () => {
  it.each(files.map((file, index) => [file, parsed[index]] as const))(
    '%s has the form of a vocabulary',
    (_, data) => expect(vocabularySchema.safeParse(data).error).toBeUndefined(),
  )

  it('registers every vocabulary that ships', () => {
    expect(files.length).toBeGreaterThan(0)
    expect(vocabularies).toEqual(parsed)
  })

  it('knows a name of no qualifier that is not registered', () => {
    const known = new Set(vocabularies.flatMap(({qualifiers}) => qualifiers.map(({id}) => id)))
    for (const file of globSync('vocabularies/*/qualifier-names.json')) {
      const names = qualifierNamesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      expect(Object.keys(names).filter((id) => !known.has(id))).toEqual([])
      expect(namesOfQualifiers).toMatchObject(names)
    }
  })

  it('names no endpoint twice, and adds names to known ones only', () => {
    const {endpoints} = withCommonWords(vocabularies)
    const ids = endpoints.map(({id}) => id)
    expect(ids).toEqual([...new Set(ids)])
    const ofAny = new Set(common.endpoints.map(({id}) => id))
    const added = vocabularies.flatMap(({alsoNamed}) => Object.keys(alsoNamed))
    expect(added.filter((id) => !ofAny.has(id))).toEqual([])
  })

  it('keeps names of one product out of what tables of any product name', () => {
    const texts = common.endpoints.flatMap(({patterns, names}) => [...patterns, names.en])
    expect(texts.filter((text) => /lync|skype|teams|communicat/i.test(text))).toEqual([])
  })

  it('puts the endpoints, names and words of a vocabulary beside those of any product', () => {
    const {endpoints, ignored} = withCommonWords([mail])
    expect(endpoints.map(({id}) => id)).toEqual(['mail-relay', ...common.endpoints.map(({id}) => id)])
    expect(endpoints.find(({id}) => id === 'clients')?.patterns).toContain('acme desktop')
    expect(ignored).toContain('acme')
    expect(withCommonWords([]).endpoints.map(({id}) => id)).not.toContain('mail-relay')
  })
})
