import {describe, expect, it} from 'vitest'
import type {KnowledgeBase, Passage, Segment} from '../../../src/model/schema.ts'
import {checkPassages, passageReferences} from '../../../src/reconcile/engine/check-passages.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'
import {readWords} from '../../../src/reconcile/publish/words-fs.ts'

const words = readWords('content')

const passage = (edition: string, sentences: [source: string, target: string][], human = false): Passage => {
  const target = sentences.map(([, text]) => text).join(' ')
  return {
    id: `${edition}#p1`,
    edition,
    topic: 'a',
    locale: 'fr-FR',
    block: 1,
    source: sentences.map(([text]) => text).join(' '),
    sourceOrigin: 'span',
    sourceFrom: null,
    target,
    segments: sentences.map(([source, text]): Segment => ({ids: [], source, target: text})),
    published: target,
    status: human ? 'human' : 'machine',
    findings: [],
    place: {path: edition, line: 7, column: 1},
  }
}

const edition = (id: string, translationType: 'human' | 'machine'): KnowledgeBase['editions'][number] => ({
  ...{id, path: id, locale: 'fr-FR', form: translationType, translationType},
  ...{revision: null, topic: 'a', supersededBy: null},
})

const check = (...passages: Passage[]) => {
  const editions = [edition('m.md', 'machine'), edition('h.md', 'human')]
  return checkPassages(
    passages,
    buildContext({references: passageReferences({passages, editions}), ...words}),
  )
}

const lost = passage('m.md', [
  ['SIP is used.', 'SIP est utilisé.'],
  ['RTP is not used.', 'RTP est utilisé.'],
])

describe('src/reconcile/engine/check-passages.ts', () => {
  it('finds a lost “not” in one sentence of several, with its place', () => {
    const {findings, passages} = check(lost)
    expect(
      findings.map(({check: id, unit, place, evidence}) => [id, unit, place.line, evidence[0]?.text]),
    ).toEqual([['negation', 'm.md#p1', 7, 'RTP is not used.']])
    expect(passages[0]?.findings).toEqual(findings.map(({id}) => id))
  })
  it('leaves the text where nothing safe is known, beside its finding', () => {
    const [published] = check(lost).passages
    expect(published).toMatchObject({published: lost.target, status: 'machine'})
    expect(published?.findings).toHaveLength(1)
  })
  it.each([
    ['So that it does not run out of memory', 'Pour empêcher un manque de mémoire'],
    ['![Ports of the node](pictures/ports-en.v2.png)', '![Ports du nœud](pictures/ports-fr.v3.png)'],
  ])('believes nothing of what is said or shown in another way: %s', (source, target) => {
    expect(check(passage('m.md', [[source, target]])).findings).toEqual([])
  })
  it('misses nothing in a sentence of a document apart that the sentence beside it says', () => {
    const sentences: [string, string][] = [
      ['Lifts run all day.', 'Les ascenseurs circulent. Ouvrez {port} pour eux.'],
      ['Open {port} for them.', 'Ils circulent toute la journée.'],
    ]
    const apart = {...passage('m.md', sentences), sourceOrigin: 'document' as const}
    expect(check(apart).findings).toEqual([])
    expect(check(passage('m.md', sentences)).findings).not.toEqual([])
    const without = passage('m.md', [...sentences.slice(0, 1), ['Open {name} for them.', 'Ils circulent.']])
    expect(check({...without, sourceOrigin: 'document'}).findings).not.toEqual([])
  })
  it.each<[string, [string, string][]]>([
    [
      'ports',
      [
        ['Lifts listen on port 6201.', 'Les ascenseurs écoutent sur le port 6202.'],
        ['Doors listen on port 6202.', 'Les portes écoutent sur le port 6201.'],
      ],
    ],
    [
      'transports',
      [
        ['Lifts use TCP.', 'Les ascenseurs utilisent UDP.'],
        ['Doors use UDP.', 'Les portes utilisent TCP.'],
      ],
    ],
    [
      'a “not”, where each has a port of its own',
      [
        ['Port 6201 is required.', 'Le port 6201 n’est pas requis.'],
        ['Port 6202 is not required.', 'Le port 6202 est requis.'],
      ],
    ],
  ])('finds what two sentences of a document apart exchange: %s', (_, sentences) => {
    expect(check({...passage('m.md', sentences), sourceOrigin: 'document'}).findings).not.toEqual([])
  })
  it('takes the sentence of a human edition with the same English', () => {
    const human = passage('h.md', [['RTP is not used.', 'RTP n’est pas utilisé.']], true)
    const [published] = check(lost, human).passages
    expect(published).toMatchObject({
      published: 'SIP est utilisé. RTP n’est pas utilisé.',
      status: 'corrected',
    })
  })
  it('repairs a range where it stands', () => {
    const torn = passage('m.md', [['Open UDP 50,000-59,999.', 'Ouvrez UDP 50000-000-59 999.']])
    expect(check(torn).passages[0]).toMatchObject({
      published: 'Ouvrez UDP 50 000-59 999.',
      status: 'corrected',
    })
  })
  it('takes “not only” and “not until” for no denial', () => {
    const none = passage('m.md', [
      ['It looks for all packets, not just those of one program.', 'Il cherche tous les paquets.'],
      ['It will not take effect until the service starts.', 'Le démarrage du service le rend effectif.'],
    ])
    expect(check(none).findings).toEqual([])
  })
  it('believes no missing word of a kind that prose says in many ways', () => {
    const free = passage('m.md', [
      ['It must be open when the service runs.', 'On l’ouvre pendant que le service tourne.'],
      ['As of May 2021 the list is longer.', 'Depuis le 5/2021, la liste est plus longue.'],
    ])
    expect(check(free).findings).toEqual([])
  })
})
