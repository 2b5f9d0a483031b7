import {describe, expect, it} from 'vitest'
import {differences} from '../../../src/reconcile/divergence/witness.ts'
import {ask} from '../../../src/reconcile/engine/ask.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'

const kindOf = (locale: string, source: string, target: string, human: string): string | undefined => {
  const reference = {
    locale,
    source,
    target: human,
    human: true,
    edition: 'h',
    unit: 'h',
    cell: null,
    place: null,
  }
  const context = buildContext({references: [reference], termbase: new Map(), decisions: new Map()})
  const asked = ask({id: 'u', locale, source, target, header: false}, context)
  if (asked === null) throw new Error('there is English')
  return differences(asked)[0]?.kind
}

describe('src/reconcile/divergence/witness', () => {
  it.each([
    ['fr-FR', 'Node of the relay', 'Nœud', 'Nœud du relais'],
    ['ja-JP', 'Standby node', 'ノード', 'スタンバイ ノード'],
    ['ko-KR', 'Standby node', '노드', '대기 노드'],
  ])('finds what a short text lacks of the human one (%s)', (locale, source, target, human) => {
    expect(kindOf(locale, source, target, human)).toBe('lost')
  })

  it.each([
    ['nl-NL', 'Print spooler', 'Afdrukspoel', 'Afdrukwachtrij'],
    ['zh-TW', 'Backup job', '備份職業', '備份作業'].slice(0, 4),
  ])(
    'finds a word that stands in place of the human one (%s)',
    (locale = '', source = '', target = '', human = '') => {
      // A word that shares a character with the right one may be a synonym of it.
      expect(kindOf(locale, source, target, human)).toBe(locale === 'zh-TW' ? undefined : 'replaced')
    },
  )

  it.each([
    [
      'de-DE',
      'The sensor polls the hub.',
      'Der Verteiler fragt den Sensor ab.',
      'Der Sensor fragt den Verteiler ab.',
    ],
    ['ko-KR', 'The sensor polls the hub.', '허브가 센서를 폴링합니다.', '센서가 허브를 폴링합니다.'],
    ['tr-TR', 'From the sensor to the hub', 'Dağıtıcıdan algılayıcıya', 'Algılayıcıdan dağıtıcıya'],
    [
      'it-IT',
      'Key of the sensor for the hub',
      'Chiave dello hub per il sensore',
      'Chiave del sensore per lo hub',
    ],
  ])('finds words that changed places (%s)', (locale, source, target, human) => {
    expect(kindOf(locale, source, target, human)).toBe(locale === 'it-IT' ? undefined : 'exchanged')
  })

  it.each([
    ['cs-CZ', 'Outgoing connections of the relay', 'Odchozí spojení relé', 'Odchozí připojení relé'],
    [
      'nl-NL',
      'Only from the service network',
      'Uitsluitend vanaf het servicenet',
      'Alleen vanaf het servicenet',
    ],
    ['tr-TR', 'Only from the service network', 'Sadece servis ağından', 'Yalnızca servis ağından'],
  ])(
    'takes another word in a longer text for a synonym where hardly any human text is known (%s)',
    (locale, source, target, human) => {
      expect(kindOf(locale, source, target, human)).toBeUndefined()
    },
  )

  it.each([
    ['es-ES', 'Office computer', 'Ordenador de oficina', 'Equipo de oficina'],
    ['pt-BR', 'Backup file', 'Ficheiro de backup', 'Arquivo de backup'],
    ['zh-TW', 'Branch office', '分支辦公室', '分公司'],
  ])(
    'lets a noun pass for which the language has several right words (%s)',
    (locale, source, target, human) => {
      expect(kindOf(locale, source, target, human)).toBeUndefined()
    },
  )

  it.each([
    ['fr-FR', 'Branch driver', 'Conducteur de la succursale', 'Pilote de la succursale'],
    ['de-DE', 'Session broker', 'Sitzungsmakler', 'Sitzungsbroker'],
  ])('still finds a word of another sense beside such a noun (%s)', (locale, source, target, human) => {
    expect(kindOf(locale, source, target, human)).toBe('replaced')
  })

  it('takes a passive for another construction of the same', () => {
    expect(
      kindOf(
        'fr-FR',
        'The sensor sends its report to the console every 30 seconds.',
        'Toutes les 30 secondes, un rapport est envoyé à la console par le capteur.',
        'Le capteur envoie son rapport à la console toutes les 30 secondes.',
      ),
    ).toBeUndefined()
  })

  it('lets the same words in another legitimate order pass', () => {
    expect(
      kindOf(
        'es-ES',
        'Optional: relay node',
        'Opcional: nodo de retransmisión',
        'Nodo de retransmisión (opcional)',
      ),
    ).toBeUndefined()
    expect(
      kindOf('ja-JP', 'Block all guests', 'ゲストをすべて許可しない', 'ゲストをすべてブロックする'),
    ).toBeUndefined()
  })

  it('finds a word that no other text says, in a short text', () => {
    expect(kindOf('fr-FR', 'Remote probe', 'Sonde de réception à distance', 'Sonde distante')).toBe('added')
    expect(kindOf('de-DE', 'Remote probe', 'Entfernte Sonde', 'Entfernte Sonde')).toBeUndefined()
  })

  it('counts the words of a text that lost half of them, though one stands that the human text has not', () => {
    const human = 'Contrôle et sauvegarde de la liste des sondes révoquées'
    expect(kindOf('fr-FR', 'Revoked probe check and backup', 'Contrôle des copies', human)).toBe('lost')
  })

  it('asks for no word that the human text has more than the English', () => {
    expect(kindOf('zh-TW', 'Nightly backup', '夜間備份', '夜間備份作業')).toBeUndefined()
  })

  it('lets a text pass that another person wrote', () => {
    const english = 'Relay probe service'
    const texts = ['Service de sonde relais', 'Sonde relais service']
    const references = texts.map((target, index) => ({
      ...{locale: 'fr-FR', source: english, target, human: true},
      ...{edition: `h${index}`, unit: `h${index}`, cell: null, place: null},
    }))
    const context = buildContext({references, termbase: new Map(), decisions: new Map()})
    const asked = ask(
      {
        id: 'u',
        locale: 'fr-FR',
        source: english,
        target: 'Sonde relais service',
        header: false,
        edition: 'm',
      },
      context,
    )
    expect(asked && differences(asked)).toEqual([])
  })

  it.each([
    [
      'nl-NL',
      'Password of the print account',
      'Printaccount van het wachtwoord',
      'Wachtwoord van het printaccount',
    ],
    ['pl-PL', 'Key of the relay for the probe', 'Klucz sondy dla relaya', 'Klucz relaya dla sondy'],
    ['zh-TW', 'Read {0} of {1} pages', '已讀取 {0} 頁中的 {1} 頁', '已讀取 {1} 頁中的 {0} 頁'],
    [
      'es-ES',
      'Files of the print server',
      'Servidor de los archivos de impresión',
      'Archivos del servidor de impresión',
    ],
  ])('finds what belongs to what, turned round (%s)', (locale, source, target, human) => {
    expect(kindOf(locale, source, target, human)).toBe('exchanged')
  })

  it.each([
    [
      'es-ES',
      'Between the sensor and the hub',
      'Entre el concentrador y el sensor',
      'Entre el sensor y el concentrador',
    ],
    ['nl-NL', 'Sensors and hubs', 'Hubs en sensoren', 'Sensoren en hubs'],
    ['fr-FR', 'Sensors or hubs', 'Concentrateurs ou capteurs', 'Capteurs ou concentrateurs'],
    ['de-DE', 'Default port', 'Standardport', 'Standardanschluss'],
  ])(
    'lets joined words change places, and a word of the English stand (%s)',
    (locale, source, target, human) => {
      expect(kindOf(locale, source, target, human)).toBeUndefined()
    },
  )

  it('asks for a word as often as the English and the human text have it', () => {
    const human = 'Il broker avvia la sessione che il broker ha scelto.'
    expect(
      kindOf(
        'it-IT',
        'The broker starts the session that the broker chose.',
        human.replace('broker ha', 'mediatore ha'),
        human,
      ),
    ).toBe('replaced')
  })

  it('asks for an abbreviation, and for two words of a list', () => {
    expect(kindOf('pl-PL', 'OCSP responder', 'Obiekt odpowiadający', 'Obiekt odpowiadający OCSP')).toBe(
      'lost',
    )
    expect(
      kindOf(
        'ru-RU',
        'Used for alerts, reports, and backups',
        'Используется для оповещений и отчётов',
        'Используется для оповещений, отчётов и резервного копирования',
      ),
    ).toBe('lost')
  })
})
