import {describe, expect, it} from 'vitest'
import {checkUnits} from '../../../src/reconcile/engine/check-units.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'

const isForeign = (locale: string, source: string, target: string): boolean =>
  checkUnits(
    [{id: 'u', locale, source, target, header: false, edition: 'own', personal: false}],
    buildContext({references: [], termbase: new Map(), decisions: new Map()}),
  ).some(({check}) => check === 'wrong-language')

const source = 'The owner of the kiln can set the port, and the lamp uses it until the door is shut.'

/** One sentence in each of several languages with the same alphabet. */
const renderings: Record<string, string> = {
  'de-DE': 'Der Besitzer des Ofens kann den Port festlegen, und die Lampe nutzt ihn, bis die Tür zu ist.',
  nl: 'De eigenaar van de oven kan de poort instellen en de lamp gebruikt die tot de deur dicht is.',
  'fr-FR':
    'Le propriétaire du four peut choisir le port, et la lampe s’en sert jusqu’à ce que la porte soit fermée.',
  'es-ES': 'El dueño del horno puede fijar el puerto, y la lámpara lo usa hasta que se cierra la puerta.',
  'pt-BR': 'O dono do forno pode definir a porta, e a lâmpada a usa até que o portão seja fechado.',
  'it-IT':
    'Il proprietario del forno può impostare la porta, e la lampada la usa fino a quando il portone è chiuso.',
  ca: 'El propietari del forn pot fixar el port, i el llum l’utilitza fins que es tanca la porta amb clau.',
  ro: 'Proprietarul cuptorului poate seta portul, iar lampa îl folosește până când ușa este închisă.',
  pl: 'Właściciel pieca może ustawić port, a lampa używa go, dopóki drzwi są zamknięte przez niego.',
  cs: 'Majitel pece může nastavit port, který lampa používá, pokud jsou dveře zavřené.',
  sk: 'Majiteľ pece môže nastaviť port, ktorý lampa používa, ak sú dvere zatvorené.',
  hr: 'Vlasnik peći može postaviti port koji svjetiljka koristi ako su vrata zatvorena.',
  sv: 'Ägaren av ugnen kan ställa in porten, och lampan använder den tills dörren är stängd från insidan.',
  da: 'Ejeren af ovnen kan angive porten, og lampen bruger den, indtil døren bliver lukket.',
  fi: 'Uunin omistaja voi asettaa portin, ja lamppu käyttää sitä, kunnes ovi on kiinni.',
  hu: 'A kemence tulajdonosa beállíthatja a portot, és a lámpa addig használja, amíg az ajtó nem csukódik be.',
  tr: 'Fırının sahibi bağlantı noktasını ayarlayabilir ve lamba bunu kapı kapanana kadar kullanır.',
  'ru-RU': 'Владелец печи может задать порт, и лампа использует его, только если дверь закрыта.',
  uk: 'Власник печі може задати порт, і лампа використовує його, якщо двері зачинено.',
  bg: 'Собственикът на пещта може да зададе порта, а лампата го използва, ако вратата е затворена.',
}

describe('src/reconcile/checks/wrong-language.ts', () => {
  const tags = Object.keys(renderings)

  it.each(tags)('lets a sentence of %s stand in its language', (locale) => {
    expect(isForeign(locale, source, renderings[locale] ?? '')).toBe(false)
  })

  it('takes the symbols of units for no words', () => {
    expect(isForeign('zh-CN', 'Latency of a lift', '0.41 ms/op')).toBe(false)
    expect(isForeign('zh-CN', 'Latency of a lift', 'latenza dell ascensore')).toBe(true)
  })

  it('finds a sentence of a relative of the language', () => {
    const pairs: [locale: string, other: string][] = [
      ...([
        ['es-ES', 'pt-BR'],
        ['pt-BR', 'es-ES'],
        ['it-IT', 'es-ES'],
        ['es-ES', 'it-IT'],
        ['ca', 'es-ES'],
      ] as const),
      ...([
        ['fr-FR', 'it-IT'],
        ['ro', 'it-IT'],
        ['de-DE', 'nl'],
        ['nl', 'de-DE'],
        ['cs', 'sk'],
        ['sk', 'cs'],
      ] as const),
      ...([
        ['pl', 'cs'],
        ['sv', 'da'],
        ['da', 'sv'],
        ['ru-RU', 'uk'],
        ['uk', 'ru-RU'],
        ['ru-RU', 'bg'],
      ] as const),
      ...([
        ['hu', 'fi'],
        ['tr', 'de-DE'],
        ['hr', 'cs'],
      ] as const),
    ].map(([locale, other]) => [locale, other])
    expect(pairs.filter(([locale, other]) => !isForeign(locale, source, renderings[other] ?? ''))).toEqual([])
  })

  it('says nothing of short texts, names of machines, and languages that it has no words of', () => {
    expect(isForeign('es-ES', 'Use of the port', 'Uso da porta')).toBe(false)
    expect(isForeign('de-DE', 'Hosts', 'login.lamp.de, com.kiln.se, se.kiln.com, port.lamp.es')).toBe(false)
    expect(isForeign('gl', source, renderings['pt-BR'] ?? '')).toBe(false)
    expect(isForeign('lv', source, renderings['es-ES'] ?? '')).toBe(false)
  })
})
