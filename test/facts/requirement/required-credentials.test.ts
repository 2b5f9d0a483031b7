import {describe, expect, it} from 'vitest'
import {requirementOf} from '../../../src/facts/requirement/requirement-words.ts'

describe('src/facts/requirement/required-credentials.ts', () => {
  it.each([
    ['en', 'A client certificate is required.'],
    ['en', 'Tide desk (login required)'],
    ['en', 'Restart required'],
    ['de-DE', 'Das ist der sichere Weg, für den ein Serverzertifikat benötigt wird.'],
    ['de-DE', 'Anmeldung erforderlich'],
    ['fr-FR', 'Un certificat est requis'],
    ['es-ES', 'Se requiere una contraseña'],
    ['it-IT', 'È richiesto un certificato'],
    ['pt-BR', 'Autenticação obrigatória'],
    ['ru-RU', 'Требуется сертификат'],
    ['pl-PL', 'Wymagane uwierzytelnianie'],
    ['ja-JP', '証明書が必要です'],
    ['zh-CN', '需要证书'],
    ['zh-TW', '需要憑證'],
    ['ko-KR', '인증이 필요합니다'],
  ])('takes no port for required where a certificate or a sign-in is, in %s: %s', (locale, note) => {
    expect(requirementOf(note, locale)).toEqual({requirement: 'unknown', quote: null})
  })

  it.each([
    ['en', 'This port is required for authentication.'],
    ['en', 'Required for certificate enrolment'],
    ['en', 'A login needs this: the connection is required.'],
    ['de-DE', 'Für die Zertifikatregistrierung erforderlich'],
    ['fr-FR', 'Requis pour l’authentification'],
    ['es-ES', 'Necesario para la autenticación'],
    ['ru-RU', 'Требуется для проверки подлинности'],
    ['ja-JP', '認証に必要なポート'],
    ['zh-CN', '需要打开以进行身份验证'],
    ['ko-KR', '인증에 필요합니다'],
  ])('takes a port for required that a sign-in needs, in %s: %s', (locale, note) => {
    expect(requirementOf(note, locale).requirement).toBe('required')
  })
})
