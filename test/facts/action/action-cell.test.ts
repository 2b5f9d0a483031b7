import {describe, expect, it} from 'vitest'
import {readAction} from '../../../src/facts/action/action-cell.ts'

/** `allow`, with what the words beside it say; `?` where they are not understood. */
const told = (text: string, locale = 'en', header = ''): string => {
  const read = readAction(text, locale, header)
  if (!read.ok) return read.rest === '' ? '?' : `? ${read.rest}`
  const {action, requirement, limit, direction} = read
  return [
    action,
    ...(requirement === null ? [] : [requirement.requirement]),
    ...(limit === null ? [] : [`${limit.side ?? 'end'} ${limit.kind} ${limit.name}`]),
    ...(direction === null ? [] : [direction]),
  ].join(', ')
}

describe('src/facts/action/action-cell.ts', () => {
  it.each([
    ['Allow', 'en', 'allow'],
    ['DROP', 'en', 'deny'],
    ['Deny (log)', 'en', 'deny'],
    ['Permit all traffic', 'en', 'allow'],
    ['Allow (see note 3)', 'en', 'allow'],
    ['許可する', 'ja-JP', 'allow'],
    ['Verweigern und protokollieren', 'de-DE', 'deny'],
  ])('reads “%s” in %s', (text, locale, expected) => {
    expect(told(text, locale)).toBe(expected)
  })

  it.each([
    ['Permit if a licence is installed', 'en', 'allow, conditional'],
    ['Allow (only when clustering is on)', 'en', 'allow, conditional'],
    ['Allow unless blocked by policy', 'en', 'allow, conditional'],
    ['Allow with client certificate', 'en', 'allow, conditional'],
    ['Permit (optional)', 'en', 'allow, optional'],
    ['許可 (条件付き)', 'ja-JP', 'allow, conditional'],
    ['Zulassen, wenn der Tunnel steht', 'de-DE', 'allow, conditional'],
    ['允许（需审批）', 'zh-CN', 'allow, conditional'],
    ['Allow outgoing only', 'en', 'allow, out'],
    ['Permit inbound from guests only', 'en', 'allow, source only guests, in'],
    ['Allow inbound if licensed', 'en', 'allow, conditional, in'],
  ])('hears the condition or direction of “%s” in %s', (text, locale, expected) => {
    expect(told(text, locale)).toBe(expected)
  })

  it.each([
    ['Deny from guests', 'en', 'deny, source only guests'],
    ['Allow from 10.4.0.0/16', 'en', 'allow, source only 10.4.0.0/16'],
    ['Autoriser sauf invités', 'fr-FR', 'allow, end except invites'],
    ['Permitir salvo visitantes', 'es-ES', 'allow, end except visitantes'],
    ['Consenti solo dalla LAN', 'it-IT', 'allow, source only lan'],
    ['Nur intern zulassen', 'de-DE', 'allow, end only intern'],
    ['Разрешить только из ЛВС', 'ru-RU', 'allow, source only лвс'],
    ['許可（管理端末のみ）', 'ja-JP', 'allow, end only 管理端末'],
    ['허용 (관리자만)', 'ko-KR', 'allow, end only 관리자'],
    ['仅允许内网', 'zh-CN', 'allow, end only 内网'],
    ['Toestaan vanaf kantoor', 'nl-NL', 'allow, source only kantoor'],
  ])('keeps whom “%s” in %s is about', (text, locale, expected) => {
    expect(told(text, locale)).toBe(expected)
  })

  it.each([
    ['Review', 'en'],
    ['', 'en'],
    ['Allow, deny', 'en'],
    ['Not blocked', 'en'],
    ['Do not deny', 'en'],
    ['Permit established', 'en'],
    ['Allow 443', 'en'],
    ['Allow; escalate', 'en'],
    ['अनुमति दें', 'und'],
  ])('does not understand “%s” in %s', (text, locale) => {
    expect(told(text, locale)).toMatch(/^\?/u)
  })

  it('answers the question of a header, with what limits the answer', () => {
    expect(told('Yes', 'en', 'Blocked')).toBe('deny')
    expect(told('✓', 'en', 'Allowed')).toBe('allow')
    expect(told('No', 'en', 'Open')).toBe('deny')
    expect(told('Yes (from the LAN)', 'en', 'Allowed')).toBe('allow, source only the lan')
  })
})
