/** Holds a topic of a dataset against the configuration of a device: for the command and the library. */
import {UsageError} from '../../disk/usage-error.ts'
import {type Audit, audit, auditTarget, configFormatOf} from '../../firewall/audit/audit.ts'
import {ConfigError} from '../../firewall/audit/config-error.ts'
import type {Behind, ConfigFile} from '../../firewall/audit/device.ts'
import type {KnowledgeBase} from '../../model/schema.ts'
import {type ExportChoices, problemsError, requestOf} from '../export/export-topic.ts'

export interface AuditChoices extends Omit<ExportChoices, 'target' | 'site'> {
  /** What the device has. */
  files: readonly ConfigFile[]
  /** The machine that the configuration is of: an endpoint's id; null for a firewall between machines, or for all. */
  machine?: string | null
  /** What lies behind interfaces and zones. */
  behind?: readonly Behind[]
}

export interface TopicAudit extends Audit {
  title: string
}

/** @throws UsageError for choices that an export refuses, too, and for a configuration that can't be read */
export function auditTopic(kb: KnowledgeBase, choices: AuditChoices): TopicAudit {
  const {files, machine = null, behind = []} = choices
  return asUsage(() => {
    const format = configFormatOf(files)
    const request = requestOf(kb, choices, auditTarget(format, machine))
    const audited = audit(request, {files, format, machine, behind})
    if (!audited.ok) throw problemsError(audited.problems)
    return {...audited.audit, title: request.title}
  })
}

/** What is wrong with a configuration is for the user to mend. @throws UsageError */
export function asUsage<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message, error.hint) : error
  }
}
