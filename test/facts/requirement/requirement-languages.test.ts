import {describe, expect, it} from 'vitest'
import {requirementOfCell} from '../../../src/facts/requirement/requirement-cell.ts'
import {requirementOf} from '../../../src/facts/requirement/requirement-words.ts'

describe('src/facts/requirement/requirement-words.ts in all languages', () => {
  it.each([
    ['en', 'This port is not required.', 'optional'],
    ['en', 'No longer required since version 8.', 'legacy'],
    ['en', 'This port is not optional.', 'required'],
    ['en', 'Deprecated.', 'legacy'],
    ['en', 'If this port is blocked, sign-in fails.', 'required'],
    ['en', 'Needed even if the optional module is missing.', 'required'],
    ['en', 'Open it only if replicas are used.', 'conditional'],
    ['de-DE', 'Nicht erforderlich.', 'optional'],
    ['de-DE', 'Wird nicht mehr benötigt.', 'legacy'],
    ['de-DE', 'Nur bei externer Datenbank.', 'conditional'],
    ['de-DE', 'Zwingend.', 'required'],
    ['fr-FR', 'Ce port n’est plus nécessaire.', 'legacy'],
    ['fr-FR', 'Facultatif.', 'optional'],
    ['fr-FR', 'Si ce port est bloqué, la connexion échoue.', 'required'],
    ['es-ES', 'Ya no se utiliza.', 'legacy'],
    ['es-ES', 'No es obligatorio.', 'optional'],
    ['it-IT', 'Solo se si usa il cluster.', 'conditional'],
    ['it-IT', 'Non più necessaria.', 'legacy'],
    ['pt-BR', 'Não é obrigatória.', 'optional'],
    ['pt-BR', 'Obrigatória.', 'required'],
    ['ru-RU', 'Больше не используется.', 'legacy'],
    ['ru-RU', 'Необязательно.', 'optional'],
    ['ja-JP', '省略できます。', 'optional'],
    ['ja-JP', '必須です。', 'required'],
    ['ja-JP', '不要になりました。', 'legacy'],
    ['ja-JP', 'クラスターを使用する場合のみ。', 'conditional'],
    ['zh-TW', '選用。', 'optional'],
    ['zh-TW', '不再使用。', 'legacy'],
    ['zh-CN', '仅在使用集群时需要。', 'conditional'],
    ['zh-CN', '无需打开。', 'optional'],
    ['ko-KR', '선택 사항입니다.', 'optional'],
    ['ko-KR', '더 이상 사용되지 않습니다.', 'legacy'],
    ['en', 'Clients send their status here.', 'unknown'],
    ['ja-JP', 'HTTPS による通信', 'unknown'],
    ['ja-JP', '端末からの要求を受信するために使用。', 'unknown'],
    ['ja-JP', '以前のバージョンの端末からの接続', 'conditional'],
    ['fr-FR', 'Utilisé par les anciens clients.', 'conditional'],
    ['de-DE', 'Für ältere Clients.', 'conditional'],
    ['fr-FR', 'Utilisé facultativement pour les rapports.', 'optional'],
    ['zh-TW', '只有與執行舊系統的協力廠商進行連線時必須使用。', 'conditional'],
    ['ja-JP', '任意のサーバーからの接続', 'unknown'],
    ['ja-JP', '任意です。', 'optional'],
    ['zh-TW', '交涉候選項目', 'unknown'],
    ['zh-TW', '僅在叢集模式下必須使用。', 'conditional'],
  ])('reads a note in %s: %s as %s', (locale, note, expected) => {
    expect(requirementOf(note, locale).requirement).toBe(expected)
  })

  it.each([
    ['en', 'Required', 'Yes', 'required'],
    ['en', 'Required?', 'No', 'optional'],
    ['en', 'Optional', 'Yes', 'optional'],
    ['en', 'Optional', 'No', 'required'],
    ['en', 'Required', 'TBD', 'unknown'],
    ['en', 'Required', '?', 'unknown'],
    ['en', 'Required', 'Yes, for replicas', 'conditional'],
    ['ja-JP', '必須/任意', '任意', 'optional'],
    ['zh-TW', '是否必要', '否', 'optional'],
    ['de-DE', 'Erforderlich', 'Nur bei externer Datenbank', 'conditional'],
    ['zh-CN', '是否必需', '是', 'required'],
    ['ko-KR', '필수 여부', '선택', 'optional'],
    ['zh-CN', '是否必需', '推荐', 'optional'],
    ['zh-TW', '是否必要', '推薦', 'optional'],
    ['zh-CN', '是否必需', '√', 'required'],
  ])('reads a cell in %s below %s: %s as %s', (locale, header, cell, expected) => {
    expect(requirementOfCell(cell, locale, header).requirement).toBe(expected)
  })
})
