/** What reads configurations and holds rules against them, as a script of its own: no page needs it before a file is chosen. */
import type {ElementContent} from 'hast'
import {audit, configFormatOf} from '../../firewall/audit/audit.ts'
import {readBehind} from '../../firewall/audit/behind.ts'
import {ConfigError} from '../../firewall/audit/config-error.ts'
import {checkSize, configFile} from '../../firewall/audit/config-text.ts'
import type {ConfigFile} from '../../firewall/audit/device.ts'
import type {ExportRequest} from '../../firewall/export-types.ts'
import {auditSum, auditTree} from './audit-tree.ts'
import type {AuditWords} from './audit-words.ts'

export interface AuditAsked {
  request: ExportRequest
  machine: string | null
  files: readonly File[]
  behind: string
  words: AuditWords
}

export interface AuditAnswer {
  message: string
  /** What is wrong with the networks behind interfaces. */
  problem: string
  tree: ElementContent[]
}

async function auditFiles(asked: AuditAsked): Promise<AuditAnswer> {
  const {t} = asked.words
  try {
    return answerOf(asked, await Promise.all(asked.files.map(readFile)))
  } catch (error) {
    if (error instanceof ConfigError)
      return {message: t(`audit.error.${error.id}`, {...error.values}), problem: '', tree: []}
    // The browser refuses a file that is gone, or changed since it was chosen.
    if (error instanceof DOMException) return {message: error.message, problem: '', tree: []}
    throw error
  }
}

async function readFile(file: File): Promise<ConfigFile> {
  checkSize(file.name, file.size)
  return configFile(file.name, new Uint8Array(await file.arrayBuffer()))
}

function answerOf({request, machine, behind: said, words}: AuditAsked, files: ConfigFile[]): AuditAnswer {
  const {behind, fault} = readBehind(said.split(/\s+/).filter((part) => part !== ''))
  if (fault !== null) {
    const problem =
      'twice' in fault
        ? words.t('audit.behindTwice', {name: fault.twice})
        : words.t('audit.behindFault', {setting: fault.setting})
    return {message: problem, problem, tree: []}
  }
  const format = configFormatOf(files)
  const audited = audit(request, {files, format, machine, behind})
  if (!audited.ok) return {message: words.problems(audited.problems), problem: '', tree: []}
  return {
    message: auditSum(audited.audit, words),
    problem: '',
    tree: auditTree(audited.audit, words),
  }
}

const reader = {auditFiles}

export type AuditReader = typeof reader

Object.assign(globalThis, {portolanAuditReader: reader})
