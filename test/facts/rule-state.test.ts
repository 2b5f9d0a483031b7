import {describe, expect, it} from 'vitest'
import {stateIn} from '../../src/facts/rule-state.ts'
import {pipe, readDocument} from '../align/read-document.ts'

const told = (locale: string, header: string, ...rows: string[]): (string | string[])[] =>
  readDocument(locale, pipe(header, ...rows)).map((read) =>
    typeof read === 'string' ? read : read.map(({action, requirement}) => `${action} ${requirement}`),
  )

describe('src/facts/rule-state.ts', () => {
  it.each([
    ['en-US', 'Rule | Protocol | Port | Enabled by default', 'No', 'Yes'],
    ['en-US', 'Rule | Protocol | Port | Default state', 'Disabled', 'Enabled'],
    ['en-US', 'Rule | Protocol | Port | Status', 'Inactive', 'Active'],
    ['de-DE', 'Regel | Protokoll | Port | Standardmäßig aktiviert', 'Nein', 'Ja'],
    ['de-DE', 'Regel | Protokoll | Port | Status', 'Deaktiviert', 'Aktiviert'],
    ['fr-FR', 'Règle | Protocole | Port | Activé par défaut', 'Non', 'Oui'],
    ['es-ES', 'Regla | Protocolo | Puerto | Habilitado de forma predeterminada', 'No', 'Sí'],
    ['ru-RU', 'Правило | Протокол | Порт | Состояние по умолчанию', 'Отключено', 'Включено'],
    ['pl-PL', 'Reguła | Protokół | Port | Domyślnie włączona', 'Nie', 'Tak'],
    ['ja-JP', 'ルール | プロトコル | ポート | 既定の状態', '無効', '有効'],
    ['zh-CN', '规则 | 协议 | 端口 | 默认启用', '否', '是'],
    ['ko-KR', '규칙 | 프로토콜 | 포트 | 기본 상태', '사용 안 함', '사용'],
  ])('takes a rule that is off for none that denies (%s: %s)', (locale, header, off, on) => {
    expect(told(locale, header, `Alpha | TCP | 9100 | ${off}`, `Beta | TCP | 9200 | ${on}`)).toEqual([
      ['allow conditional'],
      ['allow unknown'],
    ])
  })

  it('still denies where such a column says so', () => {
    expect(told('en-US', 'Rule | Protocol | Port | Default action', 'A | TCP | 9100 | Deny')).toEqual([
      ['deny unknown'],
    ])
    expect(told('en-US', 'Rule | Protocol | Port | Status', 'A | TCP | 9100 | Blocked')).toEqual(['denied'])
    expect(stateIn('Yes', 'Blocked by default', 'en-US')).toBeNull()
    expect(stateIn('No', 'Allowed', 'en-US')).toBeNull()
  })
})
