import {describe, expect, it} from 'vitest'
import {denialBefore, denialIn, isDenied} from '../../src/facts/denied-text.ts'

describe('src/facts/denied-text.ts', () => {
  it.each([
    ['Never open this port to partners.', 'en'],
    ['Keep TCP 9999 closed on every node.', 'en'],
    ['The firewall must block this port.', 'en'],
    ['This port must not be exposed.', 'en'],
    ['If the agent runs elsewhere, block this port.', 'en'],
    ['Blocked ports', 'en'],
    ['Not under any circumstances to be opened', 'en'],
    ['Auf keinen Fall freischalten', 'de-DE'],
    ['不對外開放', 'zh-TW'],
    ['Ports to be closed', 'en'],
    ['Diesen Port nicht öffnen.', 'de-DE'],
    ['Der Port ist gesperrt.', 'de-DE'],
    ['N’ouvrez pas ce port.', 'fr-FR'],
    ['Ports à fermer', 'fr-FR'],
    ['No abra este puerto.', 'es-ES'],
    ['Puertos bloqueados', 'es-ES'],
    ['Non aprire questa porta.', 'it-IT'],
    ['Não abra esta porta.', 'pt-BR'],
    ['Не открывайте этот порт.', 'ru-RU'],
    ['このポートは開放しないでください。', 'ja-JP'],
    ['閉じるポート', 'ja-JP'],
    ['請勿開放此連接埠。', 'zh-TW'],
    ['要封鎖的連接埠', 'zh-TW'],
    ['请勿打开此端口。', 'zh-CN'],
    ['이 포트를 열지 마십시오.', 'ko-KR'],
    ['이 포트는 개방하면 안 됩니다.', 'ko-KR'],
    ['차단할 포트', 'ko-KR'],
  ])('hears that %j forbids (%s)', (text, locale) => {
    expect(denialIn(text, locale)).not.toBeNull()
  })

  it.each([
    ['Producers connect here.', 'en'],
    ['If this port is blocked, sign-in fails.', 'en'],
    ['Sign-in fails when the port is closed.', 'en'],
    ['Make sure that the port is not blocked.', 'en'],
    ['Server Message Block', 'en'],
    ['Block storage replication', 'en'],
    ['You do not need to open this port.', 'en'],
    ['Do not expose the management port for any other purpose.', 'en'],
    ['Öffnen Sie den Port nicht aus anderen Gründen.', 'de-DE'],
    ['N’ouvrez ce port à aucune autre fin ni pour un autre usage.', 'fr-FR'],
    ['No abra este puerto por ningún otro motivo.', 'es-ES'],
    ['他の目的でこのポートを開かないでください。', 'ja-JP'],
    ['請勿因任何其他原因開放此連接埠。', 'zh-TW'],
    ['다른 목적으로 이 포트를 열지 마십시오.', 'ko-KR'],
    ['Calls are dropped if it is missing.', 'en'],
    ['Wenn der Port gesperrt ist, schlägt die Anmeldung fehl.', 'de-DE'],
    ['Si ce port est bloqué, la connexion échoue.', 'fr-FR'],
    ['このポートがブロックされている場合はサインインできません。', 'ja-JP'],
    ['如果封鎖此連接埠，登入會失敗。', 'zh-TW'],
    ['이 포트가 차단된 경우 로그인할 수 없습니다.', 'ko-KR'],
  ])('hears no ban in %j (%s)', (text, locale) => {
    expect(denialIn(text, locale)).toBeNull()
  })

  it('hears of a text before a table only what it asks for', () => {
    expect(denialBefore('Many proxies block such traffic.', 'en')).toBeNull()
    expect(denialBefore('Close these: they must be blocked.', 'en')).not.toBeNull()
  })

  it('knows words for a ban by themselves, and no sign', () => {
    expect([isDenied('**Blocked**', 'en'), isDenied('拒否', 'ja-JP'), isDenied('×', 'ja-JP')]).toEqual([
      true,
      true,
      false,
    ])
  })
})
