import {describe, expect, it} from 'vitest'
import operators from '../../../src/languages/lists/operators.json' with {type: 'json'}
import {condition} from '../../../src/reconcile/checks/condition.ts'
import {exception} from '../../../src/reconcile/checks/exception.ts'
import {ask, problemsOf} from '../../../src/reconcile/engine/ask.ts'
import {emptyContext} from '../../../src/reconcile/engine/context.ts'

const said = (locale: string, source: string, target: string): string[] => {
  const asked = ask({id: 'u', locale, source, target, header: false}, emptyContext)
  return asked === null
    ? []
    : problemsOf(asked, [exception, condition]).map(
        ({check, problem}) => `${check.id} ${problem.severity ?? check.severity}`,
      )
}

const each = (texts: Record<string, string | string[]>): [string, string][] =>
  Object.entries(texts).flatMap(([tag, list]) => [list].flat().map((text): [string, string] => [tag, text]))

/** Renderings of an English text that must say nothing to the checks, and others that must all be reported. */
const tables: {
  source: string
  right: Record<string, string | string[]>
  wrong: Record<string, string>
  report: string
}[] = [
  {
    source: 'All cameras except the one at the gate',
    right: {
      'de-DE': ['Alle Kameras außer der am Tor', 'Alle Kameras, nicht aber die am Tor'],
      'fr-FR': ['Toutes les caméras, celle du portail exceptée', 'Toutes les caméras hors celle du portail'],
      'es-ES': ['Todas las cámaras menos la de la verja', 'Todas las cámaras que no sean la de la verja'],
      'it-IT': 'Tutte le telecamere, fuorché quella al cancello',
      'pt-BR': 'Todas as câmeras, com exceção da do portão',
      'ru-RU': 'Все камеры, кроме той, что у ворот',
      'ja-JP': ['門のカメラを除くすべて', '門のもの以外のすべてのカメラ'],
      'zh-TW': ['除大門外的所有攝影機', '所有攝影機 (大門除外)'],
      'zh-CN': '大门以外的所有摄像头',
      'ko-KR': ['정문을 제외한 모든 카메라', '정문 외 모든 카메라'],
      'ar-SA': 'كل الكاميرات ما عدا كاميرا البوابة',
      'nl-NL': 'Alle camera’s behalve die bij de poort',
      'cs-CZ': 'Všechny kamery kromě kamery u brány',
      'tr-TR': 'Kapıdaki hariç tüm kameralar',
      'fi-FI': 'Kaikki kamerat paitsi portilla oleva',
      'vi-VN': 'Tất cả camera ngoại trừ camera ở cổng',
    },
    wrong: {
      'de-DE': 'Alle Kameras am Tor',
      'fr-FR': 'Toutes les caméras du portail',
      'es-ES': 'Todas las cámaras de la verja',
      'it-IT': 'Tutte le telecamere al cancello',
      'pt-BR': 'Todas as câmeras do portão',
      'ru-RU': 'Все камеры у ворот',
      'ja-JP': '門のすべてのカメラ',
      'zh-TW': '大門的所有攝影機',
      'zh-CN': '大门的所有摄像头',
      'ko-KR': '정문의 모든 카메라',
      'ar-SA': 'كل كاميرات البوابة',
      'nl-NL': 'Alle camera’s bij de poort',
      'cs-CZ': 'Všechny kamery u brány',
      'tr-TR': 'Kapıdaki tüm kameralar',
      'fi-FI': 'Kaikki portilla olevat kamerat',
      'vi-VN': 'Tất cả camera ở cổng',
    },
    report: 'exception critical',
  },
  {
    source: 'The sensors report to the depot.',
    right: {
      'de-DE': 'Die Sensoren melden an das Depot.',
      'fr-FR': 'Les capteurs rendent compte au dépôt.',
      'ja-JP': 'センサーは倉庫に報告します。',
    },
    wrong: {
      'de-DE': 'Die Sensoren außer denen im Depot melden.',
      'fr-FR': 'Les capteurs rendent compte, sauf au dépôt.',
      'es-ES': 'Los sensores informan, excepto al depósito.',
      'it-IT': 'I sensori, tranne il deposito, segnalano.',
      'pt-BR': 'Os sensores informam, exceto ao depósito.',
      'ru-RU': 'Датчики сообщают всем, кроме склада.',
      'ja-JP': '倉庫を除くセンサーが報告します。',
      'zh-TW': '感應器會回報，倉庫除外。',
      'ko-KR': '창고를 제외하고 센서가 보고합니다.',
      'pl-PL': 'Czujniki raportują, oprócz magazynu.',
    },
    report: 'exception major',
  },
  {
    source: 'Used by the depot',
    right: {'ja-JP': '倉庫が使用', 'ko-KR': '창고에서 사용', 'zh-TW': '由倉庫使用'},
    wrong: {
      'de-DE': 'Nur vom Depot verwendet',
      'fr-FR': 'Utilisé exclusivement par le dépôt',
      'es-ES': 'Solo lo usa el depósito',
      'ru-RU': 'Используется лишь складом',
      'ja-JP': '倉庫のみが使用',
      'zh-TW': '僅限倉庫使用',
      'ko-KR': '창고에서만 사용',
      'sv-SE': 'Används endast av depån',
    },
    report: 'condition major',
  },
  {
    source: 'Start the depot.',
    right: {'fr-FR': 'Démarrez le dépôt.', 'zh-CN': '启动仓库。'},
    wrong: {
      'de-DE': 'Starten Sie das Depot, falls es regnet.',
      'fr-FR': 'Démarrez le dépôt s’il pleut.',
      'es-ES': 'Inicie el depósito si llueve.',
      'ru-RU': 'Запустите склад, если идёт дождь.',
      'ja-JP': '雨の場合は倉庫を起動します。',
      'zh-TW': '如果下雨，請啟動倉庫。',
    },
    report: 'condition major',
  },
  {
    source: 'Closed unless the pump runs',
    right: {
      'de-DE': ['Geschlossen, es sei denn, die Pumpe läuft', 'Geschlossen, wenn die Pumpe nicht läuft'],
      'fr-FR': ['Fermé, sauf si la pompe tourne', 'Fermé, à moins que la pompe ne tourne'],
      'es-ES': ['Cerrado a menos que funcione la bomba', 'Cerrado, a no ser que funcione la bomba'],
      'it-IT': ['Chiusa, salvo che la pompa funzioni', 'Chiusa se la pompa non funziona'],
      'pt-BR': ['Fechada, a menos que a bomba funcione', 'Fechada, a não ser que a bomba funcione'],
      'ru-RU': ['Закрыт, если насос не работает', 'Закрыт, за исключением случаев, когда насос работает'],
      'ja-JP': ['ポンプが動作しない限り閉じる', 'ポンプが動作している場合を除き閉じる'],
      'zh-TW': ['除非泵浦運作，否則關閉', '若泵浦未運作則關閉'],
      'zh-CN': '除非泵运行，否则关闭',
      'ko-KR': '펌프가 작동하지 않는 한 닫힘',
      'ar-SA': 'مغلق ما لم تعمل المضخة',
      'nl-NL': 'Gesloten, tenzij de pomp draait',
      'pl-PL': 'Zamknięty, chyba że pompa działa',
    },
    wrong: {
      'de-DE': 'Geschlossen, wenn die Pumpe läuft',
      'fr-FR': 'Fermé si la pompe tourne',
      'es-ES': 'Cerrado si funciona la bomba',
      'pt-BR': 'Fechada se a bomba funcionar',
      'ru-RU': 'Закрыт, если насос работает',
      'ja-JP': 'ポンプが動作している場合に閉じる',
      'zh-TW': '如果泵浦運作則關閉',
      'ko-KR': '펌프가 작동하는 경우 닫힘',
      'nl-NL': 'Gesloten als de pomp draait',
    },
    report: 'condition critical',
  },
]

describe('src/reconcile/checks/exception.ts', () => {
  for (const {source, right, wrong, report} of tables) {
    it(`says nothing of right renderings of “${source}”`, () => {
      for (const [tag, text] of each(right))
        expect([tag, text, said(tag, source, text)]).toEqual([tag, text, []])
    })

    it(`finds wrong renderings of “${source}” in every language`, () => {
      for (const [tag, text] of each(wrong))
        expect([tag, text, said(tag, source, text)]).toEqual([tag, text, [report]])
    })
  }

  it('takes every phrase that a language has for an exception for one', () => {
    for (const [tag, {except, maybeExcept, harmless}] of Object.entries(operators))
      for (const word of [...except, ...maybeExcept].filter((each) => !harmless.includes(each)))
        expect([tag, word, said(tag, 'All rooms but the cellar', word.replaceAll('*', ''))]).toEqual([
          tag,
          word,
          [],
        ])
  })

  it('lets English that limits, adds or denies be put as an exception or an “only”', () => {
    const renderings: [string, string, string][] = [
      ['de-DE', 'In addition to TCP, UDP is used.', 'Außer TCP wird auch UDP verwendet.'],
      ['zh-TW', 'In addition to TCP, UDP is used.', '除了 TCP 之外，也使用 UDP。'],
      ['ru-RU', 'Besides TCP, UDP is used.', 'Кроме TCP используется UDP.'],
      ['es-ES', 'No ports other than 4500 are open.', 'Solo está abierto el puerto 4500.'],
      ['fr-FR', 'Restricted to operators', 'Uniquement pour les opérateurs'],
      ['ja-JP', 'A single port is enough.', 'ポートは 1 つのみで十分です。'],
      ['zh-CN', 'Just open the port.', '仅打开端口。'],
      ['de-DE', 'Read-only replica', 'Schreibgeschütztes Replikat'],
      ['pt-BR', 'Replica of the catalog', 'Réplica do catálogo (somente leitura)'],
      ['fr-FR', 'With TLS enabled', 'Si TLS est activé'],
    ]
    for (const [tag, source, target] of renderings)
      expect([source, target, said(tag, source, target)]).toEqual([source, target, []])
  })

  it('reads sentence by sentence, so that an exception of one does not stand for that of another', () => {
    const source = 'All cameras except the lab are on. All doors except the lab are open.'
    expect(
      said('de-DE', source, 'Alle Kameras außer dem Labor laufen. Alle Türen außer dem Labor sind offen.'),
    ).toEqual([])
    expect(
      said('de-DE', source, 'Alle Kameras außer dem Labor laufen. Alle Türen des Labors sind offen.'),
    ).toEqual(['exception critical'])
  })

  it('asks nothing where no words of the language are known', () => {
    expect(said('qya', 'All cameras except the one at the gate', 'ilye cendar')).toEqual([])
  })
})
