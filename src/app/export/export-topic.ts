/** Writes the rules of a topic for a firewall and proves the file by reading it back: for the command and the library. */
import {UsageError} from '../../disk/usage-error.ts'
import type {AddressFile} from '../../firewall/address-file.ts'
import {exportRules} from '../../firewall/export-rules.ts'
import type {DeviceChoice, ExportRequest, Plan, Problem, Target} from '../../firewall/export-types.ts'
import {firewallTexts} from '../../firewall/firewall-texts-fs.ts'
import {planExport} from '../../firewall/plan.ts'
import {targets} from '../../firewall/targets.ts'
import type {KnowledgeBase, PortRange, Requirement} from '../../model/schema.ts'
import type {Interface} from '../../model/topic-rules.ts'
import {lookUp} from '../../text/look-up.ts'
import {findTopic, nearest} from '../search/find-topic.ts'
import {partOf, shareOut, withOtherDenials} from './several-topics.ts'
import {withAddresses} from './with-addresses.ts'
import {writeProved} from './write-proved.ts'

export interface ExportChoices {
  /** Id of a topic, or a part of one that no other id holds. */
  topic: string
  /** Id of a target, such as `nftables`. */
  target: string
  /** Language of the comments; English unless stated. */
  locale?: string
  /** Addresses by endpoint id, or by id and qualifiers (`access-edge+public-ip`). Others stay variables. */
  addresses?: Record<string, string[]>
  /** Beside required and conditional rules, and those of which nothing is said: these are always written. */
  include?: readonly Requirement[]
  /** Tables of one interface only. */
  interface?: Interface
  /** Ids of rules that are written although they open all ports, or every address to every address. */
  allowUnrestricted?: readonly string[]
  /** Ids of the only rules that are written, such as those of a comparison. */
  only?: readonly string[]
  /** The device that the rules are for; all devices unless stated. */
  device?: DeviceChoice | null
  /** Ports that the document leaves to the site, by rule id, or by machine and protocol (`sbc-sip`). */
  ports?: Record<string, PortRange[]>
  /** An address file: what it says of machines and ports of this topic is taken where nothing else is given. */
  addressFile?: {path: string; file: AddressFile} | null
  /** Whether a target that decides about all traffic stops the rest. */
  dropOthers?: boolean
  /** Address of the site, for the address of each row. */
  site?: string
}

export interface TopicExport {
  text: string
  target: Target
  request: ExportRequest
  plan: Plan
}

export interface TopicsExport {
  text: string
  target: Target
  parts: TopicPart[]
}

/** What a file holds of one topic. */
export interface TopicPart {
  request: ExportRequest
  plan: Plan
  /** Why it holds no rule of the topic; null where it holds some. */
  nothing: Problem | null
}

/**
 * One file for several topics. One of which nothing is to be written is named beside the others.
 *
 * @throws UsageError as for one topic, and where a topic is named twice
 */
export function exportTopics(
  kb: KnowledgeBase,
  {topics, ...choices}: Omit<ExportChoices, 'topic'> & {topics: readonly string[]},
): TopicsExport {
  const [first, second] = topics
  if (first === undefined) throw new UsageError('No topic is named', 'Name one or several.')
  if (second === undefined) {
    const {text, target, request, plan} = exportTopic(kb, {...choices, topic: first})
    return {text, target, parts: [{request, plan, nothing: null}]}
  }
  const target = targetOf(choices)
  const requests = shareOut(topics.map((topic) => requestOf(kb, {...choices, topic}, target)))
  const parts = withOtherDenials(requests, target).map((request) => partOf(request, target))
  const [empty] = parts
  if (empty?.nothing && parts.every(({nothing}) => nothing !== null))
    throw new UsageError(
      parts.map(({request, nothing}) => `${request.topic}: ${nothing?.message}`).join('; '),
      empty.nothing.hint,
    )
  return {target, ...writeProved(parts, target)}
}

/** @throws UsageError for an unknown topic, target, locale, endpoint or rule, and where there is nothing to write */
export function exportTopic(kb: KnowledgeBase, choices: ExportChoices): TopicExport {
  const target = targetOf(choices)
  const request = requestOf(kb, choices, target)
  const {text, parts} = writeProved([{request, plan: planOf(request, target)}], target)
  const [part] = parts
  if (part === undefined) throw new Error('expected the part of the topic')
  return {text, target, ...part}
}

/** The plan of a request. @throws UsageError with all that hinders it */
export function planOf(request: ExportRequest, target: Target): Plan {
  const planned = planExport(request, target)
  if (planned.ok) return planned.plan
  throw problemsError(planned.problems)
}

/** All that hinders a plan, with the first hint. */
export const problemsError = (problems: readonly Problem[]): UsageError =>
  new UsageError(problems.map(({message}) => message).join('; '), problems[0]?.hint ?? '')

/** Who asks to stop the rest must not load a file that lets it through. */
export function targetOf({
  target: id,
  dropOthers = false,
}: Pick<ExportChoices, 'target' | 'dropOthers'>): Target {
  const target = findTarget(id)
  if (!dropOthers || target.dropsOthers === true) return target
  throw new UsageError(
    `A file for ${target.name} does not decide about other traffic`,
    `Leave --drop-others out: what the device does with the rest is set on it. Targets that take it: ${targets
      .filter(({dropsOthers}) => dropsOthers)
      .map((each) => each.id)
      .join(', ')}.`,
  )
}

function findTarget(id: string): Target {
  const found = targets.find((target) => target.id === id)
  if (found !== undefined) return found
  const ids = targets.map((target) => target.id)
  throw new UsageError(
    `There is no target “${id}”`,
    `Did you mean ${nearest(ids, id)[0] ?? ''}? All targets: ${ids.join(', ')}.`,
  )
}

/** A machine that no document has is a mistake in its name; one of another topic may stand beside this one in a file. */
function refuseUnknownMachine(machine: string, {endpoints}: Pick<KnowledgeBase, 'endpoints'>): void {
  const ids = endpoints.map(({id}) => id).filter((id) => id !== 'any' && id !== 'several')
  if (ids.includes(machine.split('+')[0] ?? '')) return
  throw new UsageError(
    `There is no machine “${machine}” in the dataset`,
    `Did you mean --device host:${nearest(ids, machine).slice(0, 3).join(', host:')}?`,
  )
}

/** What `planExport` is asked for these choices. @throws UsageError for an unknown topic, locale or machine */
export function requestOf(
  kb: KnowledgeBase,
  choices: Omit<ExportChoices, 'target'>,
  target: Pick<Target, 'hostNames' | 'nat'>,
): ExportRequest {
  const {locale = 'en', site = '', include = []} = choices
  if (locale !== 'en' && !kb.locales.includes(locale)) {
    throw new UsageError(
      `There is no locale “${locale}” in the dataset`,
      `It has ${['en', ...kb.locales].join(', ')}.`,
    )
  }
  const topic = findTopic(kb.topics, choices.topic)
  if (choices.device?.kind === 'host') refuseUnknownMachine(choices.device.endpoint, kb)
  const base = site.endsWith('/') || site === '' ? site : `${site}/`
  const request = {
    topic: topic.id,
    title: lookUp(topic.title.texts, locale)?.text ?? topic.title.source ?? topic.id,
    locale,
    texts: firewallTexts(locale),
    rules: exportRules(
      topic,
      locale,
      (ruleId) => (base === '' ? '' : `${base}${locale}/topics/${topic.id}/#${ruleId}`),
      new Map(kb.findings.map((finding) => [finding.id, finding])),
    ),
    endpoints: kb.endpoints,
    addresses: {},
    chosen: {
      required: true,
      conditional: true,
      optional: include.includes('optional'),
      legacy: include.includes('legacy'),
      unknown: true,
    },
    interface: choices.interface ?? null,
    allowed: choices.allowUnrestricted ?? [],
    only: choices.only,
    device: choices.device,
    ports: {...choices.ports},
    dropOthers: choices.dropOthers,
  }
  return withAddresses(request, choices, target, kb)
}
