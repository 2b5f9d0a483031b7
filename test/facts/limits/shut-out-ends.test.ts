import {describe, expect, it} from 'vitest'
import {pipe, readDocument} from '../../align/read-document.ts'

/** Of each row the action, or why it gives no rule. */
const actionsOf = (locale: string, lead: string, header: string, ...rows: string[]) =>
  readDocument(locale, `${lead}\n\n${pipe(header, ...rows)}`).map((row) =>
    typeof row === 'string' ? row : row.map(({action}) => action).join(),
  )

describe('src/facts/limits/shut-out-ends.ts', () => {
  it.each([
    [
      'en-US',
      'The following ports must not be exposed to the Internet:',
      'Port | Source | Destination',
      'Internet',
    ],
    [
      'de-DE',
      'Die folgenden Ports dürfen nicht aus dem Internet erreichbar sein:',
      'Port | Quelle | Ziel',
      'Internet',
    ],
    [
      'fr-FR',
      'Aucun de ces ports ne doit être accessible depuis Internet.',
      'Port | Source | Destination',
      'Internet',
    ],
    ['pl-PL', 'Żaden z tych portów nie może być dostępny z Internetu.', 'Port | Źródło | Cel', 'Internet'],
    [
      'ja-JP',
      'これらのポートはインターネットからアクセスできません。',
      'ポート | 送信元 | 宛先',
      'インターネット',
    ],
    ['zh-CN', '这些端口不能从互联网访问。', '端口 | 源 | 目标', '互联网'],
  ])('opens nothing in %s to the Internet below “%s”', (locale, lead, header, internet) => {
    const rows = [`TCP 4840 | ${internet} | 10.0.0.4`, 'TCP 4841 | 10.0.0.8 | 10.0.0.4']
    expect(actionsOf(locale, lead, header, ...rows)).toEqual(['denied', 'allow'])
  })

  it('opens nothing to a machine that its own note keeps out, and narrows others', () => {
    const actions = actionsOf(
      'en-US',
      'Ports:',
      'Port | Source | Destination | Notes',
      'TCP 4840 | Kiosks | Index | not from kiosks',
      'TCP 4841 | Kiosks, Tills | Index | not from kiosks',
      'TCP 4842 | Tills | Index | not from kiosks',
    )
    expect(actions).toEqual(['denied', 'allow', 'allow'])
  })
})
