import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {lexiconLocales} from '../../../src/languages/lexicon.ts'
import {lexiconGroups, oppositesOf} from '../../../src/languages/opposites.ts'
import {outlinedLocales} from '../../../src/languages/outlines.ts'
import {opposite} from '../../../src/reconcile/checks/opposite.ts'
import {ask, problemsOf} from '../../../src/reconcile/engine/ask.ts'
import {messageOf} from '../../../src/reconcile/engine/check.ts'
import {emptyContext} from '../../../src/reconcile/engine/context.ts'
import {foldWords} from '../../../src/reconcile/reading/placed-fold.ts'
import {runs} from '../../support/thorough.ts'

const said = (locale: string, source: string, target: string): string[] => {
  const asked = ask({id: 'u', locale, source, target, header: false}, emptyContext)
  return asked === null ? [] : problemsOf(asked, [opposite]).map(({problem}) => messageOf(problem))
}

/** A word of a list as it stands in a text: a unit after a number. */
const spell = (word: string): string => (word.startsWith('#') ? `30 ${word.slice(1)}` : word).replace('*', '')

const locale = fc.constantFrom(...lexiconLocales)
const english = oppositesOf('en').filter(({id}) => !lexiconGroups.includes(id))
const pair = fc
  .nat({max: english.length - 1})
  .chain((group) =>
    fc
      .shuffledSubarray([...(english[group]?.sides.keys() ?? [])], {minLength: 2, maxLength: 2})
      .map(([one = 0, other = 1]) => ({group, one, other})),
  )

const wordOf = (tag: string, group: number, side: number): string =>
  spell(oppositesOf(tag)[group]?.sides[side]?.certain[0] ?? '')

describe('src/reconcile/checks/opposite.ts', () => {
  it('knows words for both sides of every group in every language with a lexicon', () => {
    for (const tag of lexiconLocales)
      for (const {id, sides} of oppositesOf(tag).filter(({id: group}) => !lexiconGroups.includes(group)))
        for (const {certain, possible} of sides) {
          expect([tag, id, certain.length > 0]).toEqual([tag, id, true])
          for (const word of possible) expect(word).toBe(foldWords(word))
        }
  })

  it('finds the opposite of what the English says, and lets what it says pass, in each language', () => {
    fc.assert(
      fc.property(locale, pair, (tag, {group, one, other}) => {
        const source = `SIP ${wordOf('en', group, one)} TLS`
        expect(said(tag, source, `SIP ${wordOf(tag, group, one)} TLS`)).toEqual([])
        expect(said(tag, source, `SIP ${wordOf(tag, group, other)} TLS`)).toHaveLength(1)
      }),
      {numRuns: runs(200)},
    )
  })

  it.each([
    ['it-IT', 'No more than 10 lifts', 'Non meno di 10 ascensori'],
    ['pl-PL', 'No more than 10 lifts', 'Nie mniej niż 10 wind'],
    ['ru-RU', 'No more than 10 lifts', 'Не менее 10 лифтов'],
    ['zh-CN', 'Not more than 10 lifts', '不少于 10 部电梯'],
    ['de-DE', 'No fewer than 10 lifts', 'Nicht mehr als 10 Aufzüge'],
    ['de-DE', 'Not more than 10 lifts', 'Mindestens 10 Aufzüge'],
    ['pl-PL', 'Source address', 'Adres docelowy'],
    ['fi-FI', 'External lift', 'Sisäinen hissi'],
    ['hu-HU', 'Internal lifts', 'Külső felvonók'],
    ['el-GR', 'Internal lift', 'Εξωτερικός ανελκυστήρας'],
    ['tr-TR', 'Only on the internal network', 'Yalnızca dış ağda'],
    ['th-TH', 'Internal lift', 'ลิฟต์ภายนอก'],
  ])('finds in %s of “%s” the other end, side or bound: %s', (tag, source, target) => {
    expect(said(tag, source, target)).toHaveLength(1)
  })

  /** Words for one meaning and its contrary; allowing is partly opening. */
  const outlined = outlinedLocales.flatMap((tag) =>
    oppositesOf(tag).flatMap(({id, sides: [one, other]}, group) =>
      one !== undefined && other !== undefined && one.certain.some((word) => !word.startsWith('#'))
        ? [{tag, id, group, one, other}]
        : [],
    ),
  )

  it('knows what to do, when, at least how much, which way, which end and side, and whether it must be in languages without a file', () => {
    const known = [
      'allow',
      'open',
      'enable',
      'before',
      'least',
      'above',
      'add',
      'direction',
      'need',
      'end',
      'zone',
    ]
    for (const tag of outlinedLocales)
      expect([tag, outlined.filter((each) => each.tag === tag).map(({id}) => id)]).toEqual([tag, known])
  })

  it('finds every word for the contrary in languages without a file, and lets every right one pass', () => {
    const wrong: string[] = []
    for (const {tag, id, group, one, other} of outlined)
      for (const [side, right, against] of [
        [0, one, other],
        [1, other, one],
      ] as const) {
        const source = wordOf('en', group, side)
        for (const word of right.certain)
          if (said(tag, source, spell(word)).length > 0) wrong.push(`${tag} ${id}: ${word} for ${source}`)
        for (const word of against.certain)
          if (said(tag, source, spell(word)).length === 0)
            wrong.push(`${tag} ${id}: missed ${word} for ${source}`)
      }
    expect(wrong).toEqual([])
  })

  it('finds every word for the contrary in capitals, as the language writes them', () => {
    const missed = outlined.flatMap(({tag, group, other}) => {
      const source = wordOf('en', group, 0)
      return other.certain
        .filter((word) => said(tag, source, spell(word).toLocaleUpperCase(tag)).length === 0)
        .map((word) => `${tag}: ${word}`)
    })
    expect(missed).toEqual([])
  })

  it.each([
    ['el', 'Deny', 'ΕΠΙΤΡΕΠΕΤΑΙ'],
    ['tr', 'Deny', 'İzin ver'],
    ['tr-TR', 'Block', 'İZİN VER'],
    ['tr', 'Blocked', 'İzin verildi'],
  ])('%s: %s is not %s, whatever its capitals are in small letters', (tag, source, target) => {
    expect(said(tag, source, target)).toHaveLength(1)
    expect(said(tag, 'Allow', target)).toEqual([])
  })

  it.each([
    ['zh-CN', '30 毫秒', '30 秒'],
    ['zh-TW', '30 毫秒', '30 秒'],
    ['ja-JP', '30 ミリ秒', '30 秒'],
    ['ko-KR', '30밀리초', '30초'],
  ])('%s: tells milliseconds from seconds: “%s”, “%s”', (tag, milliseconds, seconds) => {
    expect(said(tag, 'after 30 milliseconds', seconds)).toHaveLength(1)
    expect(said(tag, 'after 30 seconds', milliseconds)).toHaveLength(1)
    expect(said(tag, 'after 30 seconds', seconds)).toEqual([])
  })

  it('says nothing where the English has both, or the translation has both', () => {
    fc.assert(
      fc.property(locale, pair, (tag, {group, one, other}) => {
        const both = (of: string) => `${wordOf(of, group, one)} TLS ${wordOf(of, group, other)}`
        expect(said(tag, both('en'), wordOf(tag, group, other))).toEqual([])
        expect(said(tag, wordOf('en', group, one), both(tag))).toEqual([])
      }),
    )
  })

  it('looks at each sentence for itself', () => {
    const source = 'Open the port before you start SIP. Close it after the call.'
    expect(said('zh-TW', source, '啟動 SIP 之前請開啟連接埠。通話之後請關閉。')).toEqual([])
    expect(said('zh-TW', source, '啟動 SIP 之後請開啟連接埠。通話之後請關閉。')).toEqual([
      'Unexpected “之後”, expected “之前”',
    ])
  })

  it('lets a denial turn a meaning round', () => {
    expect(said('fr-FR', 'SIP is not allowed.', 'SIP est bloqué.')).toEqual([])
    expect(said('ja-JP', 'SIP is blocked.', 'SIP は許可されません。')).toEqual([])
  })

  it('tells units after a number only', () => {
    expect(said('ja-JP', '30 seconds', '30 秒')).toEqual([])
    expect(said('ja-JP', '30 seconds', '30 分')).toHaveLength(1)
    expect(said('ja-JP', 'the second part', '2 番目の部分')).toEqual([])
    expect(said('zh-TW', '65 Kbps per call', '每通通話 65 Mbps')).toHaveLength(1)
  })

  it('tells what is let through from what is not in languages of which only the words of actions are known', () => {
    const turned: [string, string, string][] = [
      ['nl-NL', 'Reject visitors', 'Bezoekers toestaan'],
      ['pl-PL', 'Block visitors', 'Zezwalaj gościom'],
      ['sv-SE', 'Allow visitors', 'Neka besökare'],
      ['tr-TR', 'Deny visitors', 'Ziyaretçilere izin ver'],
      ['vi-VN', 'Deny visitors', 'Cho phép khách'],
    ]
    for (const [tag, source, target] of turned)
      expect([tag, said(tag, source, target).length]).toEqual([tag, 1])
    const right: [string, string, string][] = [
      ['nl-NL', 'Reject visitors', 'Bezoekers worden geweigerd'],
      ['nl-NL', 'Reject visitors', 'Bezoekers niet toestaan'],
      ['pl-PL', 'Block visitors', 'Blokuje gości'],
      ['tr-TR', 'Deny visitors', 'Ziyaretçilere izin verme'],
      ['vi-VN', 'Deny visitors', 'Không cho phép khách'],
    ]
    for (const [tag, source, target] of right)
      expect([tag, target, said(tag, source, target)]).toEqual([tag, target, []])
  })
})
