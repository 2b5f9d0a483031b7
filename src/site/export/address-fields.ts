/** Fields of addresses: kept from topic to topic, opened from a file and saved as one, filled with those of another machine. */
import type {Target} from '../../firewall/export-types.ts'
import {loadScript} from '../layout/load-script.ts'
import type {AddressReader} from './address-reader.ts'
import {keepAddresses, keptAddresses} from './kept-addresses.ts'

export interface AddressForm {
  fields: readonly HTMLInputElement[]
  /** The addresses in a field. */
  written: (field: HTMLInputElement) => string[]
  target: () => Target | undefined
  save: (text: string, name: string) => void
  say: (text: string) => void
  /** Says that what reads a file can't be loaded. */
  failed: string
  update: () => void
}

const keyOf = (field: HTMLInputElement): string => field.dataset['key'] ?? ''

export function startAddressFields(form: AddressForm): void {
  const {fields} = form
  fill(form, keptAddresses(), false)
  offerSame(form)
  const place = document.querySelector('[data-export]')
  place?.addEventListener('input', () => {
    keepAddresses(new Map(fields.map((field) => [keyOf(field), field.value])))
    offerSame(form)
  })
  const opened = document.querySelector<HTMLInputElement>('[data-addresses]')
  opened?.addEventListener('change', () => void openFile(form, opened))
  document.querySelector('[data-save-addresses]')?.addEventListener('click', () => saveFile(form))
}

/** Fields that hold nothing yet are filled; so are all, from a file that the reader opens. */
function fill({fields}: AddressForm, addresses: ReadonlyMap<string, string>, overwrite: boolean): void {
  for (const field of fields) {
    const text = addresses.get(keyOf(field))
    if (text !== undefined && (overwrite || field.value === '')) field.value = text
  }
}

/** What other fields say, to choose from: the addresses of a machine that is the same. */
function offerSame({fields}: AddressForm): void {
  const said = fields.flatMap((field) => {
    const label = field.parentElement?.querySelector('span')?.textContent ?? ''
    return field.value === '' ? [] : [new Option(label, field.value)]
  })
  document.querySelector('#same-addresses')?.replaceChildren(...said)
}

declare global {
  var portolanAddressReader: AddressReader | undefined
}

/** The parser comes only when a file is opened, from the site itself. */
const readerOf = (): Promise<AddressReader | undefined> =>
  new Promise((resolve) => {
    const settle = () => resolve(globalThis.portolanAddressReader)
    if (globalThis.portolanAddressReader === undefined) loadScript('address-reader', settle, settle)
    else settle()
  })

/** The file is read in the browser and goes nowhere. */
async function openFile(form: AddressForm, input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? []
  const target = form.target()
  if (file === undefined || target === undefined) return
  const reader = await readerOf()
  if (reader === undefined) {
    form.say(form.failed)
    return
  }
  const {addressesFor, readAddressFile} = reader
  const reading = readAddressFile(await file.text())
  input.value = ''
  if (!reading.ok) {
    const told = reading.problems.map(
      ({line, column, message}) => `${file.name}:${line}:${column}: ${message}`,
    )
    form.say(told.join(' '))
    return
  }
  const given = Object.entries(addressesFor(reading.file, target))
  const texts = new Map(given.map(([key, addresses]) => [key, addresses.join(', ')]))
  fill(form, texts, true)
  keepAddresses(texts)
  offerSame(form)
  form.update()
}

function saveFile({fields, written, save}: AddressForm): void {
  const lines = fields.flatMap((field) => {
    const own = written(field)
    return own.length === 0 ? [] : [`  ${JSON.stringify(keyOf(field))}: ${JSON.stringify(own)}\n`]
  })
  save(`machines:${lines.length === 0 ? ' {}' : ''}\n${lines.join('')}`, 'addresses.yaml')
}
