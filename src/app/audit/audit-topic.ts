/** Holds a topic against the configuration of a device: for the command and the library. */
import {UsageError} from '../../disk/usage-error.ts'
import {type Beyond, openBeyond} from '../../firewall/audit/beyond.ts'
import type {Behind, ConfigFile, Device} from '../../firewall/audit/device.ts'
import {type ConfigFormat, configFormats} from '../../firewall/audit/formats.ts'
import {type JudgedRule, judgeRule, type Question, stoppedRegions} from '../../firewall/audit/judge.ts'
import type {ExportRequest, Plan, PlanEnd, PlanRule, Target} from '../../firewall/export-types.ts'
import {say} from '../../firewall/firewall-texts.ts'
import {firewallTexts} from '../../firewall/firewall-texts-fs.ts'
import {isOfInterface, zonesOf} from '../../firewall/zones.ts'
import type {KnowledgeBase} from '../../model/schema.ts'
import {type ExportChoices, planOf, requestOf} from '../export/export-topic.ts'

export interface AuditChoices extends Omit<ExportChoices, 'target' | 'site'> {
  /** What the device has. */
  files: readonly ConfigFile[]
  /** The machine that the configuration is of: an endpoint's id; null for a firewall between machines, or for all. */
  machine?: string | null
  /** What lies behind interfaces and zones. */
  behind?: readonly Behind[]
}

/** A rule of the topic that isn't asked about, in one sentence why. */
export interface NotAsked {
  ruleIds: string[]
  /** An address that the reader has still to set: nobody may take the answer for a whole one. */
  isUnset: boolean
  reason: string
}

export interface Audit {
  title: string
  format: ConfigFormat
  rules: JudgedRule[]
  beyond: Beyond[]
  notAsked: NotAsked[]
  notes: readonly string[]
}

/** @throws UsageError for choices that an export refuses, too, and for a configuration that can't be read */
export function auditTopic(kb: KnowledgeBase, choices: AuditChoices): Audit {
  const {files, machine = null, behind = []} = choices
  const format = formatOf(files)
  const device = readDevice(format, files, behind)
  const target = targetOf(format, machine)
  const request = requestOf(kb, choices, target)
  const plan = planOf(request, target)
  const asked = plan.rules.map((rule) => ({rule, questions: questionsOf(rule, target, machine)}))
  if (machine !== null && asked.every(({questions}) => questions.length === 0))
    throw new UsageError(
      `No rule that would be written has the machine “${machine}” as an end`,
      machinesHint(plan),
    )
  const open = asked.flatMap(({questions}) => questions)
  const isSet = (question: Question): boolean => unsetEnds(question).length === 0
  const set = open.filter(isSet)
  const rules = set.map((question) =>
    judgeRule(device, {...question, except: stoppedRegions(set, question.way)}),
  )
  return {
    title: request.title,
    format,
    rules,
    beyond: [...Map.groupBy(rules, ({way}) => way)].flatMap(([way, judged]) =>
      openBeyond(
        device,
        way,
        judged.flatMap(({covers}) => covers),
      ),
    ),
    notAsked: [
      ...open.filter((question) => !isSet(question)).map(unsetRule),
      ...asked
        .filter(({questions}) => questions.length === 0)
        .map(({rule}) => ({
          ruleIds: rule.ruleIds,
          isUnset: false,
          reason: `it is between other machines than ${machine}`,
        })),
      ...omittedRules(plan),
      ...notChosen(request),
    ],
    notes: [
      ...device.notes,
      ...(machine === null && target.placement === 'host'
        ? [
            'the rules of all machines are held against this one configuration: name its machine with --device host:ID',
          ]
        : []),
    ],
  }
}

function formatOf(files: readonly ConfigFile[]): ConfigFormat {
  const known = files.map(({path, text}) => {
    const format = configFormats.find(({is}) => is(text))
    if (format !== undefined) return format
    throw new UsageError(
      `${path} is no configuration that is known here`,
      `give what one of these prints: ${configFormats.map(({command}) => command).join('; ')}`,
    )
  })
  const [first, ...others] = new Set(known)
  if (first === undefined) throw new UsageError('No configuration is given', 'name its file with --config')
  if (others.length > 0)
    throw new UsageError(
      `The files are of several devices: ${[first, ...others].map(({id}) => id).join(', ')}`,
      'ask about one device at a time',
    )
  return first
}

function readDevice(format: ConfigFormat, files: readonly ConfigFile[], behind: readonly Behind[]): Device {
  try {
    return format.read(files, behind)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new UsageError(
      `${files.map(({path}) => path).join(', ')} can’t be read as ${format.id}: ${error.message}`,
      `give what this prints, whole: ${format.command}`,
    )
  }
}

/** A target that only plans: what is asked of the device is what an export for its kind would hold. */
const targetOf = ({id, plan}: ConfigFormat, machine: string | null): Target => ({
  id,
  name: `An audit of ${id}`,
  extension: '',
  placement: machine === null ? plan.placement : 'network',
  stateful: true,
  hostNames: false,
  denies: true,
  attached: plan.attached,
  nat: plan.nat,
  sourcePorts: !plan.attached,
  write: () => '',
})

function questionsOf(rule: PlanRule, {attached}: Target, machine: string | null): Question[] {
  const local = (end: PlanEnd): {local?: PlanEnd} => (attached ? {local: end} : {})
  if (machine === null)
    return [{rule, way: rule.direction, ...local(rule.direction === 'in' ? rule.destination : rule.source)}]
  const isOwn = ({key}: PlanEnd): boolean => key === machine || key.split('+')[0] === machine
  const ends = [
    {local: rule.destination, way: 'in'},
    {local: rule.source, way: 'out'},
  ] as const
  return ends
    .filter(({local}) => isOwn(local))
    .map(({local, way}) => ({rule, way, local, isAttached: attached}))
}

const machinesHint = ({rules}: Plan): string => {
  const keys = new Set(rules.flatMap(({source, destination}) => [source.key, destination.key]))
  return `its rules have ${[...keys].sort().join(', ')}`
}

const unsetEnds = ({rule, local}: Question): Extract<PlanEnd, {kind: 'variable'}>[] =>
  [rule.source, rule.destination].flatMap((end) => (end.kind === 'variable' && end !== local ? [end] : []))

const unsetRule = (question: Question): NotAsked => ({
  ruleIds: question.rule.ruleIds,
  isUnset: true,
  reason: `no address is set for ${unsetEnds(question)
    .map(({key}) => key)
    .join(' and ')}: ${unsetEnds(question)
    .map(({key}) => `--set ${key}=ADDRESS`)
    .join(' ')}`,
})

function omittedRules({omitted}: Plan): NotAsked[] {
  const english = firewallTexts('en')
  return [...Map.groupBy(omitted, ({ruleId}) => ruleId)].map(([ruleId, reasons]) => ({
    ruleIds: [ruleId],
    isUnset: false,
    reason: reasons.map(({reason}) => say(english, reason)).join(', '),
  }))
}

/** What the choices leave out. */
function notChosen(request: ExportRequest): NotAsked[] {
  return request.rules.flatMap((rule): NotAsked[] => {
    const {id, facts, interface: side} = rule
    const isOther = !isOfInterface(rule, request.interface, zonesOf(request.endpoints))
    if (request.chosen[facts.requirement] && !isOther) return []
    const reason = isOther
      ? side === null
        ? `neither its ends nor its table tell that it is for the ${request.interface} interface`
        : `its table is for the ${side} interface`
      : `it is ${facts.requirement}: --include ${facts.requirement}`
    return [{ruleIds: [id], isUnset: false, reason}]
  })
}
