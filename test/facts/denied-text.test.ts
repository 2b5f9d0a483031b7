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
    ['Cổng mà bạn dùng để quản trị máy chủ đo nước', 'vi'],
    ['A vízmérő hub-ban használt port', 'hu-HU'],
    ['Port untuk sensor ban', 'id'],
    ['These ports are not always open in firewalls, so the tunnel may fail.', 'en'],
    ['Da diese Ports in Firewalls nicht immer geöffnet sind, kann der Tunnel scheitern.', 'de-DE'],
    ['Ces ports ne sont pas toujours ouverts dans les pare-feu.', 'fr-FR'],
    ['Estos puertos no siempre están abiertos.', 'es-ES'],
    ['Queste porte non sono sempre aperte nei firewall.', 'it-IT'],
    ['Estas portas nem sempre estão abertas.', 'pt-BR'],
    ['Эти порты не всегда открыты.', 'ru-RU'],
    ['これらのポートは常に開いているとは限りません。', 'ja-JP'],
    ['这些端口并不总是打开的。', 'zh-CN'],
    ['這些連接埠不一定會開啟。', 'zh-TW'],
    ['이러한 포트는 항상 열려 있지는 않습니다.', 'ko-KR'],
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

  it('knows words for a ban by themselves, and no symbol', () => {
    expect([isDenied('**Blocked**', 'en'), isDenied('拒否', 'ja-JP'), isDenied('×', 'ja-JP')]).toEqual([
      true,
      true,
      false,
    ])
  })

  it.each([
    ['Avoid opening this port.', 'en'],
    ['Opening this port is discouraged.', 'en'],
    ['Vermeiden Sie das Öffnen dieses Ports.', 'de-DE'],
    ['Évitez d’ouvrir ce port.', 'fr-FR'],
    ['Evite abrir este puerto.', 'es-ES'],
    ['Evitare di aprire questa porta.', 'it-IT'],
    ['Evite abrir esta porta.', 'pt-BR'],
    ['Избегайте открытия этого порта.', 'ru-RU'],
    ['このポートの開放は避けてください。', 'ja-JP'],
    ['避免开放此端口。', 'zh-CN'],
    ['避免開放此連接埠。', 'zh-TW'],
    ['이 포트의 개방을 피하십시오.', 'ko-KR'],
    ['Vermijd het openen van deze poort.', 'nl-NL'],
    ['Open deze poort niet.', 'nl-NL'],
    ['Neotvírat z internetu.', 'cs-CZ'],
    ['A nu se deschide.', 'ro-RO'],
    ['Да не се отваря.', 'bg-BG'],
    ['Ne otvarati.', 'hr-HR'],
    ['No obrir.', 'ca-ES'],
    ['Unikaj otwierania tego portu.', 'pl-PL'],
    ['Bu bağlantı noktasını açmaktan kaçının.', 'tr-TR'],
    ['Undvik att öppna den här porten.', 'sv-SE'],
    ['Αποφύγετε το άνοιγμα αυτής της θύρας.', 'el-GR'],
    ['ΝΑ ΜΗΝ ΑΝΟΙΞΕΙ', 'el-GR'],
    ['Keiner der Ports in diesem Dokument darf geöffnet werden.', 'de-DE'],
    ['Ingen af portene i dette dokument må åbnes.', 'da-DK'],
    ['Ingen av portarna i det här dokumentet får öppnas.', 'sv-SE'],
    ['Geen van de poorten in dit document mag worden geopend.', 'nl-NL'],
    ['Żadnego z portów w tym dokumencie nie wolno otwierać.', 'pl-PL'],
    ['Tránh mở cổng này.', 'vi-VN'],
  ])('takes advice against opening for a denial, in a cell and before a table: %s', (text, locale) => {
    expect(denialIn(text, locale)).not.toBeNull()
    expect(denialBefore(text, locale)).not.toBeNull()
  })

  it.each([
    ['Open this port to avoid timeouts.', 'en'],
    ['Avoids a second session.', 'en'],
    ['Öffnen Sie den Port, um Fehler zu vermeiden.', 'de-DE'],
    ['Ouvrez ce port pour éviter les erreurs.', 'fr-FR'],
    ['Abra este puerto para evitar errores.', 'es-ES'],
    ['Aprire questa porta per evitare errori.', 'it-IT'],
    ['エラーを避けるために開放します。', 'ja-JP'],
    ['Åbn denne port for at undgå fejl.', 'da-DK'],
    ['Otwórz ten port, aby uniknąć błędów.', 'pl-PL'],
  ])('takes what is opened so that something is avoided for no denial: %s', (text, locale) => {
    expect(denialIn(text, locale)).toBeNull()
  })
})
