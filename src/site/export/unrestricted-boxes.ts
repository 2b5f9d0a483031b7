/** Asks for the reader's word on each rule that opens too much to be written unasked. */
import type {ExportRequest, Target} from '../../firewall/export-types.ts'
import {planExport} from '../../firewall/plan.ts'
import {unrestrictedRules} from '../../firewall/unrestricted.ts'

type Translate = (key: string) => string

const asked = document.querySelector<HTMLElement>('[data-unrestricted]')
const boxes = asked?.querySelector('[data-boxes]')

/** One box a rule that opens too much to be written unasked; the boxes stay the same ones, and ticked, while it does. */
const boxOf = new Map<string, HTMLLabelElement>()

function createBox(id: string, {rules}: ExportRequest): HTMLLabelElement {
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.value = id
  box.dataset['allow'] = ''
  box.setAttribute('aria-describedby', 'unrestricted-help')
  const text = document.createElement('span')
  text.append(rules.find((rule) => rule.id === id)?.comment[0] ?? id, ' ', document.createElement('small'))
  const label = document.createElement('label')
  label.className = 'check'
  label.append(box, text)
  return label
}

/** Asks for a word on each unrestricted rule; answers with the ids of those that may be written. */
export function askForUnrestricted(request: ExportRequest, wanted: Target, t: Translate): string[] {
  const planned = planExport({...request, allowed: []}, wanted)
  const waiting = unrestrictedRules(planned.ok ? planned.plan.omitted : planned.omitted)
  const labels = waiting.map(({ruleId, reasons}) => {
    const label = boxOf.get(ruleId) ?? createBox(ruleId, request)
    boxOf.set(ruleId, label)
    const why = label.querySelector('small')
    const said = reasons.map((reason) => t(`export.unrestricted.${reason}`)).join(' ')
    if (why !== null && why.textContent !== said) why.textContent = said
    return label
  })
  const isSame =
    labels.length === boxes?.children.length && labels.every((label, at) => label === boxes.children[at])
  if (!isSame) boxes?.replaceChildren(...labels)
  if (asked !== null) asked.hidden = labels.length === 0
  return waiting.flatMap(({ruleId}) =>
    boxOf.get(ruleId)?.querySelector<HTMLInputElement>('input')?.checked === true ? [ruleId] : [],
  )
}

/** Ids of the rules whose boxes are shown and ticked. */
export const confirmedRules = (): string[] =>
  [...boxOf].flatMap(([id, box]) =>
    box.isConnected && box.querySelector<HTMLInputElement>('input')?.checked === true ? [id] : [],
  )
