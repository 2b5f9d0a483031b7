/** Prints findings as text, JSON Lines or SARIF, one after the other as they come. */
import pc from 'picocolors'
import type {FindingsOutput} from '../../src/app/check/findings-writer.ts'
import {type SarifOptions, sarifWriter} from '../../src/formats/sarif.ts'
import type {Severity} from '../../src/model/schema.ts'
import {printable, printableLines} from '../../src/text/printable.ts'

export const outputFormats = ['text', 'jsonl', 'sarif'] as const
export type OutputFormat = (typeof outputFormats)[number]

type Paint = (text: string) => string

function textOutput(color: boolean): FindingsOutput {
  const {red, yellow, cyan, magenta, dim, green} = pc.createColors(color)
  const paint: Record<Severity, Paint> = {
    critical: red,
    major: yellow,
    minor: cyan,
    'source-anomaly': magenta,
  }
  return {
    head: '',
    finding({finding, detail}) {
      if (detail.waived !== null) return ''
      const {place, severity, check, message, fix} = finding
      const where = `${printable(place.path)}:${place.line}:${place.column}`
      const line = `${where} ${paint[severity](severity)} ${check} ${printable(message)}\n`
      return fix === null
        ? line
        : `${line}  ${green('fix:')} ${printable(fix.text)} ${dim(`(${fix.origin})`)}\n`
    },
    tail: '',
  }
}

const jsonlOutput: FindingsOutput = {
  head: '',
  finding({finding, id, detail}) {
    if (detail.waived !== null) return ''
    const {check, severity, locale, place, message, actual, expected, fix} = finding
    const said = {message, actual, expected, fix: fix?.text ?? null}
    const line = JSON.stringify({id, check, severity, locale, ...place, ...said})
    return `${printable(line)}\n`
  },
  tail: '',
}

function sarifOutput(options: SarifOptions): FindingsOutput {
  const writer = sarifWriter(options)
  return {
    head: writer.head,
    finding: ({finding, detail}) => printableLines(writer.result(finding, detail)),
    tail: writer.tail,
  }
}

export function findingsOutput(
  format: OutputFormat,
  options: SarifOptions & {color: boolean},
): FindingsOutput {
  if (format === 'text') return textOutput(options.color)
  return format === 'jsonl' ? jsonlOutput : sarifOutput(options)
}
