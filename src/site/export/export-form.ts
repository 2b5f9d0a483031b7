/** Writes the firewall file while the reader fills in the form; nothing leaves the browser. */

import type {Chosen, DeviceChoice, ExportRequest, Plan, Problem, Target} from '../../firewall/export-types.ts'
import {say} from '../../firewall/firewall-texts.ts'
import {planExport} from '../../firewall/plan.ts'
import {targets} from '../../firewall/targets.ts'
import {unrestrictedRules} from '../../firewall/unrestricted.ts'
import {quotedRemarks} from '../../firewall/writing/quoted-remarks.ts'
import {SPREADSHEET_MARK} from '../../text/csv.ts'
import {formatLocale} from '../../text/format-locale.ts'
import {isolatedText} from '../../text/left-to-right.ts'
import {lookUp} from '../../text/look-up.ts'
import {startAudit} from '../audit/audit-form.ts'
import {countedText, fillText} from '../shared/fill-text.ts'
import {startAddressFields} from './address-fields.ts'
import type {ExportData} from './export-data.ts'
import {provedText} from './proved-text.ts'
import {askForUnrestricted, confirmedRules} from './unrestricted-boxes.ts'

const data: ExportData = JSON.parse(document.querySelector('[data-export-data]')?.textContent ?? '{}')
const {texts, locale, textLang} = data
const t = (key: string, values: Record<string, string> = {}) => fillText(lookUp(texts, key) ?? key, values)
const count = countedText(texts, textLang)
/** Names and addresses keep their order in a message from right to left. */
const inOrder = (text: string) => (document.documentElement.dir === 'rtl' ? isolatedText(text) : text)

const form = document.querySelector('[data-export]')
const message = document.querySelector('[data-message]')
const file = document.querySelector<HTMLElement>('[data-file]')
const fields = [...document.querySelectorAll<HTMLInputElement>('[data-key]')]
const buttons = [...document.querySelectorAll<HTMLButtonElement>('.acts button')]

/** Comments name the row of each rule where it can be read. */
const rules = data.rules.map((rule) => ({...rule, url: new URL(`../#${rule.id}`, location.href).href}))

/** A comparison leads here with the rules that one topic has more than another. */
const onlyText = new URLSearchParams(location.search).get('only')
const only = onlyText?.split(',').filter((id) => rules.some((rule) => rule.id === id))
const part = document.querySelector<HTMLElement>('[data-only]')
if (part !== null && only !== undefined) {
  part.hidden = false
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-requirement]')) box.checked = true
}

const target = (): Target | undefined => {
  const wanted = document.querySelector<HTMLSelectElement>('[data-target]')?.value
  return targets.find(({id}) => id === wanted)
}

function chosen(): Chosen {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-requirement]:checked')]
  const has = (requirement: string) => boxes.some(({value}) => value === requirement)
  return {
    required: has('required'),
    conditional: has('conditional'),
    optional: has('optional'),
    legacy: has('legacy'),
    unknown: has('unknown'),
  }
}

function side(): 'external' | 'internal' | null {
  const value = document.querySelector<HTMLInputElement>('[name=interface]:checked')?.value
  return value === 'external' || value === 'internal' ? value : null
}

/** Several addresses stand between commas or spaces. */
const written = ({value}: HTMLInputElement): string[] =>
  value.split(/[\s,、，;；]+/).filter((part) => part !== '')

const problemText = ({id, values}: Problem): string => {
  const fault = values['fault'] === undefined ? '' : t(`export.fault.${values['fault']}`, values)
  return t(`export.problem.${id}`, {...values, fault})
}

/** A problem of one address stands at its field, every other one above the file. */
function showProblems(problems: readonly Problem[]): void {
  for (const field of fields) {
    const own = problems.filter(
      ({id, values}) => id !== 'unknown-endpoint' && values['key'] === field.dataset['key'],
    )
    const place = field.parentElement?.querySelector('.problem')
    if (place) place.textContent = inOrder(own.map(problemText).join(' '))
    if (own.length > 0) field.setAttribute('aria-invalid', 'true')
    else field.removeAttribute('aria-invalid')
  }
}

/** Field by field, with the name that the reader knows the end by. */
const summary = (problems: readonly Problem[]): string =>
  problems
    .map((problem) => {
      const label = data.ends.find(({key}) => key === problem.values['key'])?.label
      return label === undefined ? problemText(problem) : `${label}${t('value.is')}${problemText(problem)}`
    })
    .join(' ')

/** Below the file, each as its header quotes it. */
function showRemarks(plan: Plan | null): void {
  const quoted = plan === null ? [] : quotedRemarks(plan.remarks, data.firewall)
  document.querySelector('[data-remarks]')?.replaceChildren(
    ...quoted.flatMap(({title, quotes}) => {
      const [heading, list] = [document.createElement('p'), document.createElement('ul')]
      heading.textContent = inOrder(title)
      list.append(
        ...quotes.map((quote) => {
          const item = document.createElement('li')
          item.textContent = inOrder(quote)
          return item
        }),
      )
      return [heading, list]
    }),
  )
}

function remarks({rules: planned, variables, omitted, remarks: quoted}: Plan): string {
  const waiting = unrestrictedRules(omitted).map(({ruleId}) => ruleId)
  const others = omitted.filter(({ruleId}) => !waiting.includes(ruleId))
  return [
    count('rules', planned.length),
    ...(variables.length === 0 ? [] : [count('export.unset', variables.length)]),
    ...(waiting.length === 0 ? [] : [count('export.waiting', waiting.length)]),
    ...(others.length === 0 ? [] : [count('export.omitted', others.length)]),
    ...quotedRemarks(quoted, data.firewall).map(({title}) => title),
  ].join(' · ')
}

/** A machine of its own among the devices: `host:access-edge`. */
const hostPrefix = 'host:'

function device(): DeviceChoice | null {
  const value = document.querySelector<HTMLSelectElement>('[data-device]')?.value ?? ''
  if (value === 'perimeter' || value === 'internal') return {kind: value}
  return value.startsWith(hostPrefix) ? {kind: 'host', endpoint: value.slice(hostPrefix.length)} : null
}

/** What is chosen and filled in; unrestricted rules are allowed apart. */
function requested(): ExportRequest {
  const addresses = Object.fromEntries(
    fields.flatMap((field) => {
      const own = written(field)
      return own.length === 0 ? [] : [[field.dataset['key'] ?? '', own]]
    }),
  )
  return {
    topic: data.topic,
    title: data.title,
    locale,
    texts: data.firewall,
    rules,
    endpoints: data.endpoints,
    addresses,
    chosen: chosen(),
    interface: side(),
    allowed: [],
    only,
    device: device(),
  }
}

/** An audit asks for what is written, whatever the target; of one machine it asks both ways. */
function audited(): {request: ExportRequest; machine: string | null} {
  const request = requested()
  const allowed = confirmedRules()
  return request.device?.kind === 'host'
    ? {request: {...request, allowed, device: null}, machine: request.device.endpoint}
    : {request: {...request, allowed}, machine: null}
}

function update(): void {
  const wanted = target()
  if (wanted === undefined || file === null || message === null) return
  const asked = requested()
  const request = {...asked, allowed: askForUnrestricted(asked, wanted, t)}
  const planned = planExport(request, wanted)
  showProblems(planned.ok ? [] : planned.problems)
  const written = planned.ok
    ? provedText({request, plan: planned.plan}, wanted, t)
    : {text: '', plan: null, fault: summary(planned.problems)}
  // Read aloud when it changes, so it is only written then.
  const said = inOrder(written.plan === null ? written.fault : remarks(written.plan))
  if (message.textContent !== said) message.textContent = said
  file.textContent = written.text
  showRemarks(written.plan)
  for (const button of buttons) button.disabled = written.plan === null
  auditChanged()
}

async function copy(): Promise<void> {
  if (file === null || message === null) return
  try {
    await navigator.clipboard.writeText(file.textContent)
    message.textContent = t('export.copied')
  } catch {
    // Without HTTPS there is no clipboard to write to.
    getSelection()?.selectAllChildren(file)
    file.parentElement?.focus()
    message.textContent = t('export.copyByHand')
  }
}

function download(): void {
  const wanted = target()
  if (wanted === undefined || file === null) return
  const mark = wanted.extension === 'csv' ? SPREADSHEET_MARK : ''
  save(`${mark}${file.textContent}`, `${data.topic}.${wanted.extension}`)
}

function tell(text: string): void {
  if (message !== null) message.textContent = text
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], {type: 'text/plain;charset=utf-8'}))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}

const number = new Intl.NumberFormat(formatLocale(textLang))
const auditChanged = startAudit({
  asked: audited,
  words: {
    t,
    count,
    number: (value) => number.format(value),
    problems: summary,
    end: (key) => data.ends.find((end) => end.key === key)?.label ?? key,
    omitted: (reason) => say(data.firewall, reason),
  },
  failed: t('export.openFailed'),
})
form?.addEventListener('input', update)
startAddressFields({fields, written, target, save, say: tell, update, failed: t('export.openFailed')})
document.querySelector('[data-copy]')?.addEventListener('click', () => void copy())
document.querySelector('[data-download]')?.addEventListener('click', download)
update()
