/** Tables that hold numbers called ports and yet are no port tables: DNS records, settings of a command. */
import type {Column} from './recognise.ts'

const recordTypeRE = /(?:^|[^A-Za-z])(?:SRV|CNAME|AAAA|MX|PTR|TXT)(?:$|[^A-Za-z])/
const hostRecordRE = /^A(?:\s+record)?$/i
/** A service name of RFC 2782: `_sip._tls`. */
const serviceNameRE = /(?:^|\s)_[a-z][a-z0-9-]*\s*\.?_?(?:tcp|tls|udp)/i
const settingRE = /^-?[A-Z][a-z]+(?:[A-Z][a-z0-9]*)+$/

/** Why a table is no port table although a column of it reads like ports; null when nothing speaks against it. */
export function findDecoy(columns: readonly Column[]): string | null {
  for (const {column, header, cells} of columns) {
    const texts = cells.map(({source, target}) => source ?? target).filter((text) => text !== '')
    const share = (re: (text: string) => boolean) => {
      const found = texts.filter(re)
      return found.length > 0 && found.length * 2 >= texts.length ? found[0] : undefined
    }
    const record = share((text) => text.length <= 40 && (recordTypeRE.test(text) || hostRecordRE.test(text)))
    if (record !== undefined) return `column ${column} holds types of DNS records (“${record}”)`
    const service = share((text) => serviceNameRE.test(text))
    if (service !== undefined) return `column ${column} holds names of DNS service records (“${service}”)`
    const setting = column === 1 ? share((text) => settingRE.test(text)) : undefined
    if (setting !== undefined)
      return `column 1${header === null ? '' : ` (“${header}”)`} holds names of settings (“${setting}”)`
  }
  return null
}
