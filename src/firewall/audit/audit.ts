/** Holds the rules of a topic against the configuration of a device: the same for the command and for the page. */
import {isChosen} from '../denied/denials.ts'
import type {ExportRequest, OmittedReason, Plan, PlanEnd, PlanRule, Problem, Target} from '../export-types.ts'
import {planExport} from '../plan.ts'
import {isOfInterface, zonesOf} from '../zones.ts'
import {type Beyond, openBeyond} from './beyond.ts'
import {ConfigError} from './config-error.ts'
import type {Behind, ConfigFile, Device} from './device.ts'
import {type ConfigFormat, configFormats} from './formats.ts'
import {type JudgedRule, judgeRule, type Question, stoppedRegions} from './judge.ts'

/** Why a rule of the topic isn't asked about. */
export type WhyNotAsked =
  /** No address is set for these ends: nobody may take the answer for a whole one. */
  | {why: 'unset'; keys: string[]}
  | {why: 'other-machine'; machine: string}
  | {why: 'omitted'; reasons: OmittedReason[]}
  | {why: 'interface'; asked: string; side: string | null}
  | {why: 'requirement'; requirement: string}

export type NotAsked = {ruleIds: string[]} & WhyNotAsked

export interface Audit {
  format: ConfigFormat
  rules: JudgedRule[]
  beyond: Beyond[]
  notAsked: NotAsked[]
  /** The rules of all machines are held against the configuration of one. */
  isOfAllMachines: boolean
  /** What a reader should know of the configuration as a whole, in English. */
  notes: readonly string[]
}

export interface Configuration {
  files: readonly ConfigFile[]
  format: ConfigFormat
  /** The machine that the configuration is of: an endpoint's id; null for a firewall between machines, or for all. */
  machine: string | null
  behind: readonly Behind[]
}

/** @throws ConfigError for no file, one that is of no known kind, and files of several devices */
export function configFormatOf(files: readonly ConfigFile[]): ConfigFormat {
  const commands = configFormats.map(({command}) => command).join('; ')
  const known = files.map(({path, text}) => {
    const format = configFormats.find(({is}) => is(text))
    if (format !== undefined) return format
    throw new ConfigError(
      'unknown',
      {path, commands},
      `${path} is no configuration that is known here`,
      `give what one of these prints: ${commands}`,
    )
  })
  const [first, ...others] = new Set(known)
  if (first === undefined)
    throw new ConfigError('none', {}, 'No configuration is given', 'name its file with --config')
  if (others.length === 0) return first
  const devices = [first, ...others].map(({id}) => id).join(', ')
  throw new ConfigError(
    'several-devices',
    {devices},
    `The files are of several devices: ${devices}`,
    'ask about one device at a time',
  )
}

/** A target that only plans: what is asked of the device is what an export for its kind would hold. */
export const auditTarget = ({id, plan}: ConfigFormat, machine: string | null): Target => ({
  id,
  name: `An audit of ${id}`,
  extension: '',
  placement: machine === null ? plan.placement : 'network',
  stateful: true,
  hostNames: false,
  denies: true,
  keepsStopped: true,
  attached: plan.attached,
  nat: plan.nat,
  sourcePorts: !plan.attached,
  writesIp: () => true,
  write: () => '',
})

export type Audited = {ok: true; audit: Audit} | {ok: false; problems: Problem[]}

/** @throws ConfigError for files that can't be read, and for a machine that is no end of a rule */
export function audit(request: ExportRequest, configuration: Configuration): Audited {
  const {format, machine} = configuration
  const device = readDevice(configuration)
  const target = auditTarget(format, machine)
  const planned = planExport(request, target)
  if (!planned.ok) return {ok: false, problems: planned.problems}
  const {plan} = planned
  const asked = plan.rules.map((rule) => ({rule, questions: questionsOf(rule, target, machine)}))
  if (machine !== null && asked.every(({questions}) => questions.length === 0))
    throw noSuchMachine(machine, plan)
  const open = asked.flatMap(({questions}) => questions)
  const isSet = (question: Question): boolean => unsetEnds(question).length === 0
  const set = open.filter(isSet)
  const rules = set.map((question) =>
    judgeRule(device, {...question, except: stoppedRegions(set, question.way)}),
  )
  return {
    ok: true,
    audit: {
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
          .map(
            ({rule}): NotAsked => ({
              ruleIds: rule.ruleIds,
              why: 'other-machine',
              machine: machine ?? '',
            }),
          ),
        ...omittedRules(plan),
        ...notChosen(request),
      ],
      isOfAllMachines: machine === null && target.placement === 'host',
      notes: device.notes,
    },
  }
}

function readDevice({format, files, behind}: Configuration): Device {
  try {
    return format.read(files, behind)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const path = files.map((file) => file.path).join(', ')
    const {id, command} = format
    throw new ConfigError(
      'unreadable',
      {path, format: id, command, detail: error.message},
      `${path} can’t be read as ${id}: ${error.message}`,
      `give what this prints, whole: ${command}`,
    )
  }
}

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

function noSuchMachine(machine: string, {rules}: Plan): ConfigError {
  const keys = new Set(rules.flatMap(({source, destination}) => [source.key, destination.key]))
  return new ConfigError(
    'no-such-machine',
    {machine},
    `No rule that would be written has the machine “${machine}” as an end`,
    `its rules have ${[...keys].sort().join(', ')}`,
  )
}

const unsetEnds = ({rule, local}: Question): Extract<PlanEnd, {kind: 'variable'}>[] =>
  [rule.source, rule.destination].flatMap((end) => (end.kind === 'variable' && end !== local ? [end] : []))

const unsetRule = (question: Question): NotAsked => ({
  ruleIds: question.rule.ruleIds,
  why: 'unset',
  keys: unsetEnds(question).map(({key}) => key),
})

const omittedRules = ({omitted}: Plan): NotAsked[] =>
  [...Map.groupBy(omitted, ({ruleId}) => ruleId)].map(([ruleId, same]) => ({
    ruleIds: [ruleId],
    why: 'omitted',
    reasons: same.map(({reason}) => reason),
  }))

/** What the choices leave out. */
const notChosen = (request: ExportRequest): NotAsked[] =>
  request.rules.flatMap((rule): NotAsked[] => {
    const {id, facts, interface: side} = rule
    const isOther = !isOfInterface(rule, request.interface, zonesOf(request.endpoints))
    if (isChosen(rule, request.chosen) && !isOther) return []
    const {requirement} = facts
    return isOther
      ? [{ruleIds: [id], why: 'interface', asked: request.interface ?? '', side}]
      : [{ruleIds: [id], why: 'requirement', requirement}]
  })
