import {describe, expect, it} from 'vitest'
import {opposite} from '../../../src/reconcile/checks/opposite.ts'
import {ask, problemsOf} from '../../../src/reconcile/engine/ask.ts'
import {emptyContext} from '../../../src/reconcile/engine/context.ts'

const found = (locale: string, source: string, target: string): number => {
  const asked = ask({id: 'u', locale, source, target, header: false}, emptyContext)
  return asked === null ? -1 : problemsOf(asked, [opposite]).length
}

/** “More than 7 sluices” and “Less than 7 sluices”. */
const texts: [locale: string, more: string, less: string][] = [
  ['de-DE', 'Mehr als 7 Schleusen', 'Weniger als 7 Schleusen'],
  ['fr-FR', 'Plus de 7 écluses', 'Moins de 7 écluses'],
  ['es-ES', 'Más de 7 esclusas', 'Menos de 7 esclusas'],
  ['it-IT', 'Più di 7 chiuse', 'Meno di 7 chiuse'],
  ['pt-BR', 'Mais de 7 eclusas', 'Menos de 7 eclusas'],
  ['ru-RU', 'Больше 7 шлюзов', 'Меньше 7 шлюзов'],
  ['ja-JP', '7 を超える水門', '7 未満の水門'],
  ['zh-CN', '超过 7 个闸', '少于 7 个闸'],
  ['ko-KR', '7개 초과 수문', '7개 미만 수문'],
  ['nl', 'Meer dan 7 sluizen', 'Minder dan 7 sluizen'],
  ['pl', 'Więcej niż 7 śluz', 'Mniej niż 7 śluz'],
  ['tr', '7\u2019den fazla savak', '7\u2019den az savak'],
  ['cs', 'Více než 7 propustí', 'Méně než 7 propustí'],
  ['sk', 'Viac ako 7 priepustí', 'Menej ako 7 priepustí'],
  ['sv', 'Fler än 7 slussar', 'Färre än 7 slussar'],
  ['da', 'Flere end 7 sluser', 'Færre end 7 sluser'],
  ['nb', 'Flere enn 7 sluser', 'Færre enn 7 sluser'],
  ['fi', 'Enemmän kuin 7 sulkua', 'Vähemmän kuin 7 sulkua'],
  ['hu', 'Több mint 7 zsilip', 'Kevesebb mint 7 zsilip'],
  ['uk', 'Більше 7 шлюзів', 'Менше 7 шлюзів'],
  ['ro', 'Mai mult de 7 ecluze', 'Mai puțin de 7 ecluze'],
  ['el', 'Περισσότερες από 7 θύρες', 'Λιγότερες από 7 θύρες'],
  ['bg', 'Повече от 7 шлюза', 'По-малко от 7 шлюза'],
  ['hr', 'Više od 7 ustava', 'Manje od 7 ustava'],
  ['sl', 'Več kot 7 zapornic', 'Manj kot 7 zapornic'],
  ['ca', 'Més de 7 rescloses', 'Menys de 7 rescloses'],
  ['vi', 'Nhiều hơn 7 cửa cống', 'Ít hơn 7 cửa cống'],
  ['id', 'Lebih dari 7 pintu air', 'Kurang dari 7 pintu air'],
  ['th', 'มากกว่า 7 ประตู', 'น้อยกว่า 7 ประตู'],
  ['he', 'יותר מ-7 סכרים', 'פחות מ-7 סכרים'],
]

/** Right texts that say it in another way, or say something else. */
const right: [locale: string, source: string, target: string][] = [
  ['nl', 'More than 7 sluices', 'Over de 7 sluizen'],
  ['pl', 'More than 7 sluices', 'Ponad 7 śluz'],
  ['tr', 'More than 7 sluices', '7 üzerinde savak'],
  ['tr', 'At least 7 sluices', 'En az 7 savak'],
  ['cs', 'More than 7 sluices', 'Přes 7 propustí'],
  ['fi', 'More than 7 sluices', 'Yli 7 sulkua'],
  ['fi', 'Less than 7 sluices', 'Alle 7 sulkua'],
  ['hu', 'More than 7 sluices', '7-nél több zsilip'],
  ['el', 'More than 7 sluices', 'Πάνω από 7 θύρες'],
  ['he', 'More than 7 sluices', 'מעל 7 סכרים'],
  ['vi', 'Less than 7 sluices', 'Dưới 7 cửa cống'],
  ['uk', 'More than one sluice', 'Кілька шлюзів'],
  ['fr-FR', 'More than one sluice', 'Plusieurs écluses'],
  ['de-DE', 'More than one sluice', 'Mehrere Schleusen'],
  ['ja-JP', 'More than one sluice', '複数の水門'],
  ['sv', 'No more than 7 sluices', 'Högst 7 slussar'],
  ['de-DE', 'No more than 7 sluices', 'Höchstens 7 Schleusen'],
  ['ru-RU', 'More than 7 sluices', 'Не менее 8 шлюзов'],
  ['ja-JP', 'No more than 7 sluices', '7 以下の水門'],
  ['ja-JP', 'Not less than 7 sluices', '7 以上の水門'],
  ['ja-JP', 'At least 7 sluices', '7 以上の水門'],
  ['ja-JP', 'See the table below for 7 or more.', '7 以上については以下の表を参照。'],
  ['zh-TW', 'No less than 7 sluices', '7 個以上的水閘'],
  ['zh-CN', 'No more than 7 sluices', '7 个以下的水闸'],
  ['ko-KR', 'No later than 7 hours', '7시간 이내'],
  ['nl', 'See the table below.', 'Zie de tabel hieronder.'],
  ['da', 'See the rules above.', 'Se reglerne ovenfor.'],
]

/** Texts that say at least for less than. */
const turned: [locale: string, target: string][] = [
  ['ja-JP', '1 日あたり 7 MB 以上'],
  ['ja-JP', '7 以上の水門'],
  ['zh-TW', '7 個以上的水閘'],
]

describe('src/reconcile/checks/opposite.ts: more and less than', () => {
  it.each(texts)('finds the one for the other in %s', (locale, more, less) => {
    expect([more, found(locale, 'More than 7 sluices', more)]).toEqual([more, 0])
    expect([less, found(locale, 'Less than 7 sluices', less)]).toEqual([less, 0])
    expect([less, found(locale, 'More than 7 sluices', less)]).toEqual([less, 1])
    expect([more, found(locale, 'Less than 7 sluices', more)]).toEqual([more, 1])
  })

  it.each(turned)('finds at least for less than in %s: “%s”', (locale, target) => {
    expect(found(locale, 'Less than 7', target)).toBe(1)
  })

  it.each(right)('lets right texts pass in %s: “%s”, “%s”', (locale, source, target) => {
    expect(found(locale, source, target)).toBe(0)
  })
})
