import {describe, expect, it} from 'vitest'
import {portNumber} from '../../../src/reconcile/checks/port-number.ts'
import {ask, problemsOf} from '../../../src/reconcile/engine/ask.ts'
import {emptyContext} from '../../../src/reconcile/engine/context.ts'

const severities = (locale: string, source: string, target: string): string[] => {
  const asked = ask({id: 'u', locale, source, target, header: false}, emptyContext)
  return asked === null
    ? []
    : problemsOf(asked, [portNumber]).map(({check, problem}) => problem.severity ?? check.severity)
}

describe('numbers that a translation spells', () => {
  it.each([
    ['hu', 'At least 5 nodes are needed.', 'Legalább öt csomópont szükséges.'],
    ['lv', 'Open 2 ports.', 'Atveriet divus portus.'],
    ['fa', 'At least 5 nodes', 'حداقل پنج گره'],
  ])('%s: nobody can tell that “%s” lacks its number, whose word is not known', (locale, source, target) => {
    expect(severities(locale, source, target)).toEqual(['minor'])
  })

  it.each([
    ['zh-CN', 'At least 4 nodes', '至少四个节点'],
    ['fr-FR', 'Use 3 nodes.', 'Utilisez trois nœuds.'],
  ])('%s: “%s” is “%s”', (locale, source, target) => {
    expect(severities(locale, source, target)).toEqual([])
  })

  it.each([
    ['hu', 'Open port 7 on the hub.', 'Nyissa meg a portot a központon.'],
    ['hu', 'At least 5 nodes are needed.', 'Legalább 6 csomópont szükséges.'],
    ['uk', 'Wait 90 seconds.', 'Зачекайте.'],
    ['sv', 'TCP 9', 'TCP nio'],
    ['zh-CN', 'At least 4 nodes', '至少五个节点'],
  ])('%s: “%s” is not “%s”', (locale, source, target) => {
    expect(severities(locale, source, target)).toEqual(['critical'])
  })
})
