import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {negation} from '../../../src/reconcile/checks/negation.ts'
import {ask, problemsOf} from '../../../src/reconcile/engine/ask.ts'
import {messageOf} from '../../../src/reconcile/engine/check.ts'
import {buildContext, type Context, emptyContext} from '../../../src/reconcile/engine/context.ts'

const said = (locale: string, source: string, target: string, context: Context = emptyContext): string[] => {
  const asked = ask({id: 'u', locale, source, target, header: false}, context)
  return asked === null ? [] : problemsOf(asked, [negation]).map(({problem}) => messageOf(problem))
}

/** Sentences with and without a denial, and with it lost or come in; every one in the same three languages. */
interface Sentence {
  english: string
  texts: Record<string, string>
}
const denied: {right: Sentence; lost: Record<string, string>}[] = [
  {
    right: {
      english: 'Do not open this range for any other reason.',
      texts: {
        'zh-TW': '請勿因其他原因開啟此範圍。',
        'ja-JP': 'それ以外の理由でこの範囲を開かないでください。',
        'fr-FR': 'N’ouvrez cette plage pour aucune autre raison.',
      },
    },
    lost: {
      'zh-TW': '請因其他原因開啟此範圍。',
      'ja-JP': 'それ以外の理由でこの範囲を開いてください。',
      'fr-FR': 'Ouvrez cette plage pour une autre raison.',
    },
  },
  {
    right: {
      english: 'It is not used by unauthorized guests.',
      texts: {
        'zh-TW': '未經授權的來賓不會使用它。',
        'ja-JP': '未承認のゲストはこれを使用しません。',
        'fr-FR': 'Il n’est pas utilisé par des invités non autorisés.',
      },
    },
    lost: {
      'zh-TW': '未經授權的來賓會使用它。',
      'ja-JP': '未承認のゲストはこれを使用します。',
      'fr-FR': 'Il est utilisé par des invités non autorisés.',
    },
  },
  {
    right: {
      english: 'A different port can’t be used.',
      texts: {
        'zh-TW': '無法使用不同的連接埠。',
        'ja-JP': '異なるポートは使用できません。',
        'fr-FR': 'Un port différent ne peut pas être utilisé.',
      },
    },
    lost: {
      'zh-TW': '可以使用不同的連接埠。',
      'ja-JP': '異なるポートを使用できます。',
      'fr-FR': 'Un port différent peut être utilisé.',
    },
  },
]
const affirmed: {right: Sentence; added: Record<string, string>}[] = [
  {
    right: {
      english: 'The port is required for partners.',
      texts: {
        'zh-TW': '合作夥伴需要此連接埠。',
        'ja-JP': 'パートナーにはこのポートが必要です。',
        'fr-FR': 'Le port est requis pour les partenaires.',
      },
    },
    added: {
      'zh-TW': '合作夥伴不需要此連接埠。',
      'ja-JP': 'パートナーにはこのポートが必要ではありません。',
      'fr-FR': 'Le port n’est pas requis pour les partenaires.',
    },
  },
  {
    right: {
      english: 'Internal clients send inbound requests.',
      texts: {
        'zh-TW': '內部用戶端會傳送輸入要求。',
        'ja-JP': '内部クライアントが受信要求を送信します。',
        'fr-FR': 'Les clients internes envoient des requêtes entrantes.',
      },
    },
    added: {
      'zh-TW': '內部用戶端不會傳送輸入要求。',
      'ja-JP': '内部クライアントは受信要求を送信しません。',
      'fr-FR': 'Les clients internes n’envoient pas de requêtes entrantes.',
    },
  },
]

const locale = fc.constantFrom('zh-TW', 'ja-JP', 'fr-FR')
/** A cell of one to four sentences, and the place of one of them. */
const cell = fc
  .subarray([...denied.map(({right}) => right), ...affirmed.map(({right}) => right)], {
    minLength: 1,
    maxLength: 4,
  })
  .chain((sentences) =>
    fc.record({sentences: fc.constant(sentences), at: fc.nat({max: sentences.length - 1})}),
  )

const english = (sentences: readonly Sentence[]) => sentences.map((each) => each.english).join(' ')
const translated = (sentences: readonly Sentence[], tag: string, at = -1, wrong = '') =>
  sentences
    .map(({texts}, index) => (index === at ? wrong : (texts[tag] ?? '')))
    .join(tag === 'fr-FR' ? ' ' : '')

describe('src/reconcile/checks/negation.ts', () => {
  it('says nothing of right cells of any number of sentences', () => {
    fc.assert(
      fc.property(locale, cell, (tag, {sentences}) => {
        expect(said(tag, english(sentences), translated(sentences, tag))).toEqual([])
      }),
    )
  })

  it('finds a “not” that one sentence lost, whatever the others say', () => {
    fc.assert(
      fc.property(locale, cell, (tag, {sentences, at}) => {
        const wrong = denied.find(({right}) => right === sentences[at])?.lost[tag]
        fc.pre(wrong !== undefined)
        expect(said(tag, english(sentences), translated(sentences, tag, at, wrong))).toHaveLength(1)
      }),
    )
  })

  it('finds a “not” that came into one sentence, whatever the others say', () => {
    fc.assert(
      fc.property(locale, cell, (tag, {sentences, at}) => {
        const wrong = affirmed.find(({right}) => right === sentences[at])?.added[tag]
        fc.pre(wrong !== undefined)
        expect(said(tag, english(sentences), translated(sentences, tag, at, wrong))).toHaveLength(1)
      }),
    )
  })

  it('finds one lost “not” of two where the translation has other sentences', () => {
    const source = 'TLS is not used here, and the port must not be opened.'
    expect(said('ja-JP', source, 'TLS は使用されません。ポートを開かないでください。')).toEqual([])
    expect(said('ja-JP', source, 'TLS は使用されません。ポートを開いてください。')).toHaveLength(1)
  })

  it('lets a “not” be said as “other than”, “different” or “invalid”, where the English has no such word', () => {
    expect(said('ja-JP', 'for calls that are not SIP', 'SIP 以外の通話用')).toEqual([])
    expect(said('zh-TW', 'The ports are not the same.', '連接埠不同。')).toEqual([])
    expect(said('zh-TW', 'if the certificate is not valid', '如果憑證無效')).toEqual([])
  })

  it('lets a “must” be said as a “may not be otherwise”, and an “only” as “nothing but”', () => {
    expect(said('ja-JP', 'TLS must be used.', 'TLS を使用しなければなりません。')).toEqual([])
    expect(said('ko-KR', 'TLS must be used.', 'TLS를 사용하지 않으면 안 됩니다.')).toEqual([])
    expect(said('fr-FR', 'Only TLS is used.', 'Seul TLS est utilisé, il ne sert que pour SIP.')).toEqual([])
    expect(said('ja-JP', 'Only TLS can be used.', 'TLS しか使用できません。')).toEqual([])
  })

  it('takes what denies nothing in English for no denial', () => {
    expect(said('fr-FR', 'If it does not, use TLS.', 'Sinon, utilisez TLS.')).toEqual([])
    expect(said('zh-TW', 'no more than 20 ports', '最多 20 個連接埠')).toEqual([])
    expect(
      said('fr-FR', 'See [the page](how-to-use-sip-without-tls.md).', 'Consultez [la page](a.md).'),
    ).toEqual([])
  })

  it('is not misled by words with a “not” in them', () => {
    expect(said('de-DE', 'Not for TLS.', 'Unter anderem für TLS.')).toHaveLength(1)
    expect(said('es-ES', 'It is not used.', 'Sin embargo, se usa.')).toHaveLength(1)
    expect(said('ja-JP', 'Not used by users', 'ユーザーが必ず使用')).toHaveLength(1)
    expect(said('zh-TW', 'This special port is not used.', '特別使用此連接埠。')).toHaveLength(1)
    expect(said('fr-FR', 'It is not used any more.', 'Il est plus utilisé.')).toHaveLength(1)
  })
})

describe('src/reconcile/checks/negation.ts in a language without words for “not”', () => {
  /** A made-up language: each letter of the English shifted, and “not” said by a word of its own. */
  const invent = (text: string) =>
    text
      .replace(/\b(?:does|is|do)\b ?/g, '')
      .replace(/[a-z]+/gi, (word) =>
        word === 'not' || word === 'Not'
          ? 'zub'
          : `${[...word].map((character) => (/[aeiou]/i.test(character) ? 'o' : character)).join('')}ka`,
      )
  const reference = (source: string, target: string, edition: string) => ({
    ...{
      locale: 'art-x-invented',
      source,
      target,
      human: false,
      edition,
      unit: edition,
      cell: null,
      place: null,
    },
  })
  const plain = [
    'Calls use the proxy.',
    'Guests open a range.',
    'Queries go to the pool.',
    'Media stays inside.',
  ]
  const denying = [
    'Calls do not reach guests.',
    'The pool is not listed.',
    'Media does not leave.',
    'Not tested here',
  ]
  const context = buildContext({
    references: [...plain, ...denying].flatMap((text) =>
      ['a.md', 'b.md'].map((edition) =>
        reference(text, `${invent(text)}${edition === 'b.md' ? ' ' : ''}`, edition),
      ),
    ),
    termbase: new Map(),
    decisions: new Map(),
  })

  it('learns its word for “not” from sentences that have one', () => {
    expect(context.of('art-x-invented').learntDenial()).toEqual(['zub'])
  })

  it('finds a “not” that other translations of the same English have, and one that none of them has', () => {
    const [source = '', other = ''] = [denying[1], plain[0]]
    const right = invent(source)
    expect(said('art-x-invented', source, right, context)).toEqual([])
    expect(said('art-x-invented', source, right.replace('zub ', ''), context)).toEqual(['Missing “zub”'])
    expect(said('art-x-invented', other, `zub ${invent(other)}`, context)).toEqual(['Unexpected “zub”'])
  })

  it('knows the words for “not” of many languages of which it knows nothing else', () => {
    expect(said('nl-BE', 'TLS is not used.', 'TLS wordt niet gebruikt.')).toEqual([])
    expect(said('nl-BE', 'TLS is not used.', 'TLS wordt gebruikt.')).toEqual(['Missing “niet”'])
    expect(said('pl-PL', 'Do not open it. SIP uses it.', 'Otwórz go. SIP nie używa go.')).toHaveLength(1)
    expect(said('cy-GB', 'TLS is not used.', 'Defnyddir TLS.')).toEqual([])
  })

  it.each([
    ['de-DE', 'Entfällt bei deaktiviertem Relay'],
    ['fr-FR', 'Inutile lorsque le relais est désactivé'],
    ['it-IT', 'Superfluo quando il relay è disattivato'],
    ['zh-TW', '停用轉送時無須使用'],
    ['pl-PL', 'Niewymagane, jeśli przekaźnik jest nieaktywny'],
    ['uk-UA', 'Необов’язково, якщо реле вимкнено'],
    ['nl-NL', 'Overbodig als het relais uit is'],
  ])('hears a denied need that the language says by one word (%s)', (locale, target) => {
    expect(said(locale, 'Not required if the relay is disabled', target)).toEqual([])
  })

  it.each([
    ['de-DE', 'Erforderlich, wenn das Relay deaktiviert ist'],
    ['fr-FR', 'Requis lorsque le relais est désactivé'],
    ['pl-PL', 'Wymagane, jeśli przekaźnik jest wyłączony'],
  ])('still misses a denied need that was lost (%s)', (locale, target) => {
    expect(said(locale, 'Not required if the relay is disabled', target)).not.toEqual([])
  })

  it('takes Polish and Ukrainian pronouns that begin as a “not” for none', () => {
    const source = 'Port of the node and of the relay beside it'
    const texts = [
      ['pl-PL', 'Port węzła i przekaźnika obok', 'Port węzła i przekaźnika obok niego'],
      ['uk-UA', 'Порт ноди та ретранслятора поруч', 'Порт ноди та ретранслятора поруч із нею'],
    ] as const
    for (const [locale, human, target] of texts) {
      const reference = {
        ...{locale, source, target: human, human: true, edition: 'h', unit: 'h', cell: null, place: null},
      }
      const context = buildContext({references: [reference], termbase: new Map(), decisions: new Map()})
      expect(said(locale, source, target, context)).toEqual([])
    }
  })

  it.each([
    ['th-TH', 'สูงสุด 900 เซสชันต่อโหนด', 'ไม่เกิน 900 เซสชันต่อหนึ่งโหนด'],
    ['vi-VN', 'Tối đa 900 phiên trên mỗi nút', 'Không quá 900 phiên mỗi nút'],
    ['nl-NL', 'Maximaal 900 sessies per knooppunt', 'Niet meer dan 900 sessies per node'],
  ])(
    'takes “not more than” for a bound, also where a person said it without a “not” (%s)',
    (locale, human, target) => {
      const source = 'Up to 900 sessions per node'
      const reference = {
        ...{locale, source, target: human, human: true, edition: 'h', unit: 'h', cell: null, place: null},
      }
      const context = buildContext({references: [reference], termbase: new Map(), decisions: new Map()})
      expect(said(locale, source, target, context)).toEqual([])
    },
  )
})
