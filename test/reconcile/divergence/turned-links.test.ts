import {describe, expect, it} from 'vitest'
import {turnedLinks} from '../../../src/reconcile/divergence/turned-links.ts'
import {ask} from '../../../src/reconcile/engine/ask.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'

const [hosts, modules] = [
  ['printers', 'cameras', 'turbines', 'scanners', 'elevators', 'kiosks'],
  ['Harbor', 'Beacon', 'Lantern', 'Anchor', 'Compass', 'Sextant'],
] as const

/** The words of a language for the hosts, and how it says that they run something. */
const languages: Record<string, {nouns: readonly string[]; say: (host: string, module: string) => string}> = {
  'ko-KR': {
    nouns: ['프린터', '카메라', '터빈', '스캐너', '엘리베이터', '키오스크'],
    say: (host, module) => `${module} 실행하는 ${host}`,
  },
  'tr-TR': {
    nouns: ['yazıcılar', 'kameralar', 'türbinler', 'tarayıcılar', 'asansörler', 'büfeler'],
    say: (host, module) => `${module} çalıştıran ${host}`,
  },
  'it-IT': {
    nouns: ['stampanti', 'telecamere', 'turbine', 'scanner', 'ascensori', 'chioschi'],
    say: (host, module) => `${host} che eseguono ${module}`,
  },
}

/** Human texts for each host with two modules, and the question for the first pair. */
const turned = (locale: string, target: string, lessons: number = hosts.length): string[] => {
  const {nouns = [], say = () => ''} = languages[locale] ?? {}
  const pairs = hosts.flatMap((host, at) =>
    [at, (at + 1) % modules.length].map(
      (other) => [`${host} running ${modules[other]}`, say(nouns[at] ?? '', modules[other] ?? '')] as const,
    ),
  )
  const references = pairs.slice(0, lessons * 2).map(([source, human], index) => ({
    ...{locale, source, target: human, human: true},
    ...{edition: `h${index}`, unit: `h${index}`, cell: null, place: null},
  }))
  const context = buildContext({references, termbase: new Map(), decisions: new Map()})
  const asked = ask({id: 'u', locale, source: 'printers running Harbor', target, header: false}, context)
  return asked === null ? [] : turnedLinks(asked).map(({english}) => english)
}

describe('src/reconcile/divergence/turned-links', () => {
  it.each([
    ['ko-KR', '프린터 실행 Harbor', 'Harbor 돌리는 프린터'],
    ['tr-TR', 'yazıcılar çalıştırma Harbor', 'Harbor yürüten yazıcılar'],
    ['it-IT', 'Harbor esecuzione stampanti', 'stampanti con Harbor in esecuzione'],
  ])('finds two nouns in an order in which no human text ties them (%s)', (locale, wrong, right) => {
    expect(turned(locale, wrong)).toEqual(['printers running Harbor'])
    expect(turned(locale, right)).toEqual([])
  })

  it('leaves what a mark sets apart, and an order that few texts teach', () => {
    expect(turned('tr-TR', 'yazıcılar (Harbor çalıştıran)')).toEqual([])
    expect(turned('tr-TR', 'yazıcılar çalıştırma Harbor', 1)).toEqual([])
  })
})
