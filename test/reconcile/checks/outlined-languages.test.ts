import {describe, expect, it} from 'vitest'
import {negation} from '../../../src/reconcile/checks/negation.ts'
import {opposite} from '../../../src/reconcile/checks/opposite.ts'
import {ask, problemsOf} from '../../../src/reconcile/engine/ask.ts'
import {messageOf} from '../../../src/reconcile/engine/check.ts'
import {emptyContext} from '../../../src/reconcile/engine/context.ts'

const said = (locale: string, source: string, target: string): string[] => {
  const asked = ask({id: 'u', locale, source, target, header: false}, emptyContext)
  return asked === null ? [] : problemsOf(asked, [opposite, negation]).map(({problem}) => messageOf(problem))
}

/** What a sentence says, one that says the contrary, and one that says the same. */
const texts: [locale: string, source: string, wrong: string, right: string][] = [
  [
    'sv',
    'Inbound connections to the database',
    'Utgående anslutningar till databasen',
    'Inkommande anslutningar till databasen',
  ],
  ['sv-SE', 'At least 6 nodes', 'Högst 6 noder', 'Minst 6 noder'],
  ['sv', 'The proxy must be reachable.', 'Proxyn får inte vara nåbar.', 'Proxyn måste vara nåbar.'],
  ['uk', 'Block SMB at the gateway.', 'Дозвольте SMB на шлюзі.', 'Заблокуйте SMB на шлюзі.'],
  ['uk', 'Allow SMB at the gateway.', 'Заблокуйте SMB на шлюзі.', 'Дозвольте SMB на шлюзі.'],
  ['vi', 'At least two relays', 'Tối đa hai máy chuyển tiếp', 'Ít nhất hai máy chuyển tiếp'],
  ['th', 'Inbound SSH', 'SSH ขาออก', 'SSH ขาเข้า'],
  ['th', 'At least two relays', 'รีเลย์อย่างมากสองตัว', 'รีเลย์อย่างน้อยสองตัว'],
  [
    'hu',
    'Open the port before you start the agent.',
    'Nyissa meg a portot az ügynök indítása után.',
    'Nyissa meg a portot az ügynök indítása előtt.',
  ],
  ['tr', 'Required', 'İsteğe bağlı', 'Gerekli'],
  ['tr', 'OUTBOUND', 'İÇERİ', 'DIŞARI'],
  ['cs', 'Allow', 'Nepovolit', 'Povolit'],
  ['pl', 'Allow', 'Nie zezwalaj', 'Zezwól'],
  ['fi', 'Optional', 'Pakollinen', 'Valinnainen'],
  ['el', 'Incoming requests', 'Εξερχόμενα αιτήματα', 'Εισερχόμενα αιτήματα'],
  ['id', 'Disable the agent.', 'Aktifkan agen.', 'Nonaktifkan agen.'],
  ['he', 'Outbound', 'נכנס', 'יוצא'],
  ['da', 'Remove the rule.', 'Tilføj reglen.', 'Fjern reglen.'],
]

describe('languages without a file of their own', () => {
  it.each(texts)('%s: “%s” is not “%s”', (locale, source, wrong, right) => {
    expect(said(locale, source, wrong)).toHaveLength(1)
    expect(said(locale, source, right)).toEqual([])
  })

  it.each([
    ['hr', 'Allow only SSH.', 'Dopustite isključivo SSH.'],
    ['pl', 'Enable it on the hub alone.', 'Aktywuj wyłącznie na koncentratorze.'],
    ['uk', 'Allow failover traffic.', 'Дозвольте трафік відмовостійкості.'],
    ['cs', 'Do not open this port.', 'Tento port nesmí být otevřen.'],
    ['sv', 'Finally, open the port.', 'Öppna slutligen porten.'],
    ['th', 'For example, TCP 443', 'ตัวอย่างเช่น TCP 443'],
  ])('%s: “%s” is “%s”', (locale, source, target) => {
    expect(said(locale, source, target)).toEqual([])
  })
})
