import {describe, expect, it} from 'vitest'
import {ask, problemsOf} from '../../../../src/reconcile/engine/ask.ts'
import {emptyContext} from '../../../../src/reconcile/engine/context.ts'

const severities = (locale: string, source: string, target: string, retold = true): string[] => {
  const unit = {id: 'u', locale, source, target, header: false, personal: true, retold}
  const asked = ask(unit, emptyContext)
  return asked === null
    ? []
    : problemsOf(asked).map(({check, problem}) => `${problem.severity ?? check.severity} ${check.id}`)
}

describe('src/reconcile/engine/belief/retold.ts', () => {
  it.each([
    ['zh-CN', 'Blocks the gate, if you need to give clients a key.', '封锁闸门，如需提供钥匙。'],
    ['ja-JP', 'Gives the clients a key', '鍵を渡します'],
    ['de-DE', 'Gives the clients a key', 'Gibt den Schlüssel aus'],
    ['ru-RU', 'Gives the clients a key', 'Выдаёт ключ'],
  ])('lets a person leave out whom the reader knows (%s)', (locale, source, target) => {
    expect(severities(locale, source, target)).toEqual([])
    expect(severities(locale, source, target, false)).toContain('critical endpoint')
  })

  it.each([
    ['zh-CN', '水位上限。'],
    ['ja-JP', '水位の上限。'],
    ['ko-KR', '수위의 한계.'],
  ])('lets a person say a condition of a long sentence in a noun (%s)', (locale, target) => {
    const source =
      'The upper mark of the lock chamber, if the level of the water is higher than this mark, the pump starts.'
    expect(severities(locale, source, target).filter((each) => !each.startsWith('minor'))).toEqual([])
  })

  it.each([
    ['zh-CN', 'Only for the staff of the lock', '供船闸工作人员使用', 'critical condition'],
    ['de-DE', 'Not for the staff of the lock', 'Für das Personal der Schleuse', 'critical negation'],
    ['fr-FR', 'Opens after 30 seconds', 'Ouvre après 20 secondes', 'critical port-number'],
    ['es-ES', 'Allow the ships to pass', 'Bloquear el paso de los barcos', 'critical opposite'],
  ])('believes what a text of full length says otherwise (%s)', (locale, source, target, found) => {
    expect(severities(locale, source, target)).toContain(found)
  })

  it.each([
    ['zh-CN', 'The share of GateEngine and PumpEngine', '闸门引擎和水泵引擎的占比'],
    ['ja-JP', 'The share of GateEngine and PumpEngine', 'ゲート エンジンとポンプ エンジンの割合'],
    ['ru-RU', 'The share of GateEngine and PumpEngine', 'Доля движков затвора и насоса'],
  ])('lets a person translate a name of plain words, and no setting (%s)', (locale, source, target) => {
    expect(severities(locale, source, target)).toEqual([])
    expect(severities(locale, source.replace('GateEngine', 'gate_engine'), target)).toEqual([
      'minor file-or-command',
    ])
  })

  it.each([
    ['it-IT', 'Dalla versione 1806 il deposito può stare altrove.', 'Il deposito può stare altrove.'],
    ['pt-BR', 'Na versão 1806 o depósito pode ficar noutro local.', 'O depósito pode ficar noutro local.'],
    ['ru-RU', 'Начиная с версии 1806 склад может быть в другом месте.', 'Склад может быть в этом месте.'],
  ])('takes a text with figures for another one than English without any (%s)', (locale, other, same) => {
    const source = 'The store may not be elsewhere than here.'
    expect(severities(locale, source, other).filter((each) => each.includes('negation'))).toEqual([])
    expect(severities(locale, source, same).filter((each) => each.includes('negation'))).toHaveLength(1)
  })

  it('takes an “and” for an “or” of a person, and no block for an allow', () => {
    const [source, target] = ['Boxes on one floor (red and blue)', 'Cajas en una planta (rojas o azules)']
    expect(severities('es-ES', source, target)).toEqual([])
    expect(severities('es-ES', source, target, false)).toEqual(['critical opposite'])
  })
})
