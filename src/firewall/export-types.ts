/** Values of the firewall export: what a reader asks for, the plan that follows, and what is read back from a file. */
import type {Action, Endpoint, Facts, PortRange, Purpose, Requirement} from '../model/schema.ts'
import type {Interface} from '../model/topic-rules.ts'
import type {FirewallTexts} from './firewall-texts.ts'
import type {IpTransport, PlanTransport} from './ip-transport.ts'

/** One rule of the topic with what is said about it in the reader's language. */
export interface ExportRule {
  id: string
  facts: Facts
  interface: Interface
  /** What its table is for: only rules of ports to open are written, and of these no denied one. */
  purpose: Purpose
  /** The row in words, one text a line: path and ends, then the note. */
  comment: string[]
  /** What the notes of the row say beyond its facts: a restriction, an exception or a condition; null for others. */
  remark: string | null
  /** What the rule depends on, in the words of the document; null where it depends on nothing. */
  condition: string | null
  /** What is odd about the English that the rule was read from, one message each. */
  anomalies: string[]
  /** Address of the row on the site. */
  url: string
}

/** The firewall before the perimeter network, the one behind it, or a machine of its own. */
export type DeviceChoice = {kind: 'perimeter' | 'internal'} | {kind: 'host'; endpoint: string}

export type Chosen = Record<Requirement, boolean>

export interface ExportRequest {
  /** Id of the topic: what a target owns of it has a name that is made of this. */
  topic: string
  /** Title of the topic in the reader's language. */
  title: string
  locale: string
  /** Words of the reader's language for what the file says beside the rows. */
  texts: FirewallTexts
  rules: ExportRule[]
  endpoints: Endpoint[]
  /**
   * Addresses by endpoint id, or by id and qualifiers (`access-edge+public-ip`), which wins: IPv4, IPv6, CIDR,
   * a host name where the target takes names, or the word `any`.
   */
  addresses: Record<string, string[]>
  chosen: Chosen
  /** null for the tables of both interfaces. */
  interface: Interface
  /** Ids of rules that are written although they are unrestricted. */
  allowed: readonly string[]
  /** Ids of the only rules that are asked for, such as those of a comparison; all where it is absent. */
  only?: readonly string[] | undefined
  /** Only what this device sees is written; all of it where it is absent. */
  device?: DeviceChoice | null | undefined
  /** Ports that the document leaves to the site, by rule id, or by what `portKey` calls them. */
  ports?: Readonly<Record<string, readonly PortRange[]>> | undefined
  /** Whether a target that decides about all traffic stops the rest; it leaves it alone where this is absent. */
  dropOthers?: boolean | undefined
  /** Keys of ends of other topics in the same file: each end has a name of its own among all of them. */
  otherEnds?: readonly string[] | undefined
  /** What other topics in the same file deny, for a target that can't: no rule may open it. */
  otherDenials?: readonly PlanRule[] | undefined
}

export type Family = 'v4' | 'v6'

/**
 * One end of a planned rule. `name` is an upper-case identifier, unique in the plan: `ACCESS_EDGE`. Any is said by the
 * document, or by the reader alone.
 */
export type PlanEnd = {key: string; name: string; label: string} & (
  | {kind: 'any'; by: 'document' | 'reader'}
  /** Canonical, sorted, none inside another. */
  | {kind: 'addresses'; addresses: string[]}
  /** The reader gave no address: `variable` stands for it. */
  | {kind: 'variable'; variable: string}
)

/** `forward` on a firewall between machines; `in` and `out` on the machine itself. */
export type Direction = 'in' | 'out' | 'forward'

export interface PlanRule {
  /** Unique in the topic, of letters, digits and hyphens; the same when other rows come and go. */
  name: string
  /** All rules of the topic that ask for this. */
  ruleIds: string[]
  action: Action
  requirement: Requirement
  direction: Direction
  transport: PlanTransport
  /** Merged; empty for a protocol without ports. */
  ports: PortRange[]
  /** Merged; empty for any. */
  sourcePorts: PortRange[]
  /** null when no address of the rule tells. */
  family: Family | null
  source: PlanEnd
  destination: PlanEnd
  /** Why it is written at the reader's word only; empty for other rules. */
  unrestricted: Unrestricted[]
  comment: string[]
  urls: string[]
}

export interface PlanVariable {
  name: string
  /** What `--set` and the form call it. */
  key: string
  label: string
  family: Family | null
}

/** All ports; every address or an unstated one at both ends; from all ports where the row states some. */
export type Unrestricted = 'all-ports' | 'open-ends' | 'source-ports'

export type OmittedReason =
  | 'denied'
  /** A denial of all that no other rule opens. */
  | 'rest'
  /** The document denies a part of it, and the target can't. */
  | 'contested'
  /** Denials of the document leave nothing of it. */
  | 'stopped'
  | 'other-device'
  | 'other-purpose'
  | 'no-port'
  | 'named-range'
  | 'ip-protocol'
  | 'no-transport'
  | 'returning'
  /** Its proof failed: a mistake of our own. */
  | 'unproven'
  | Unrestricted

export interface Plan {
  topic: string
  /** The name of the machine that the rules are chosen for; null for a firewall between machines, or for all devices. */
  machine: string | null
  dropOthers: boolean
  title: string
  locale: string
  texts: FirewallTexts
  rules: PlanRule[]
  variables: PlanVariable[]
  omitted: Omitted[]
  unchosen: Unchosen[]
  remarks: Remark[]
}

/** What to read before a file is loaded: words of the document about rules that are in it. */
export interface Remark {
  ruleIds: string[]
  text: string
  /** One of the rules lets every address in, or out to. */
  isOpen: boolean
  isConditional: boolean
}

/** A rule that the choice of requirements leaves out. */
export interface Unchosen {
  ruleId: string
  requirement: Requirement
}

/** A rule that is not written; an unrestricted one may have several reasons and is listed with each. */
export interface Omitted {
  ruleId: string
  reason: OmittedReason
}

/** What hinders an export; `id` is stable, message and hint are English. */
export interface Problem {
  /** What a message in another language needs: `key` of the endpoint, `text` as written, `fault` of an address, … */
  values: Record<string, string>
  id:
    | 'no-rules'
    | 'none-chosen'
    | 'nothing-to-write'
    | 'only-unrestricted'
    | 'bad-address'
    | 'any-and-more'
    | 'host-name'
    | 'unknown-endpoint'
    | 'unknown-rule'
    | 'unknown-port'
    | 'no-common-family'
  message: string
  hint: string
}

/** A failure tells what was left out as far as that is known. */
export type Planned = {ok: true; plan: Plan} | {ok: false; problems: Problem[]; omitted: Omitted[]}

/** What files of a topic can have put on a device, whatever the choices that they were written with. */
export interface Owned {
  topic: string
  texts: FirewallTexts
  rules: OwnedRule[]
  /** Those that the reader gives; files may have been written with others. */
  addresses: Record<Family, string[]>
  /** Whether she gives none for an end that a file may have one for. */
  hasOtherAddresses: boolean
  dropOthers: boolean
}

export interface OwnedRule {
  name: string
  transport: PlanTransport
  /** How many pairs of a range of ports and one of source ports it has. */
  portPairs: number
  /** Whether the document leaves its ports to the site, and the reader gives none. */
  hasOtherPorts: boolean
}

/** What a removing file leaves: why, and what it is called. */
export interface Left {
  id: 'choicesLeft' | 'sharedLeft'
  names: string
}

/** One rule as it stands in a file. An end is `any`, an address, `$VARIABLE` or `group:NAME`. */
export interface ReadRule {
  direction: Direction
  transport: PlanTransport
  ports: PortRange[]
  sourcePorts: PortRange[]
  /** Absent for a rule that allows. */
  action?: 'deny'
  /** The list that it stands in, where the file has several: only within one the order decides. */
  list?: string
  sources: string[]
  destinations: string[]
}

export interface Target {
  id: string
  name: string
  extension: string
  /** Whether rules are written for a firewall between the machines or for the machine itself. */
  placement: 'network' | 'host'
  /** Its rules can stand on the machine itself, too, where a request is for one: on the way in or out. */
  onMachine?: true
  /** A stateful target lets answers through by itself. */
  stateful: boolean
  hostNames: boolean
  /** Whether a rule can stop traffic; such rules stand before those that allow. */
  denies: boolean
  /** Whether it plans what denials leave nothing of, too. */
  keepsStopped?: true
  /** A rule that stops traffic wins wherever it stands; else the first rule of a list that matches decides. */
  denyWins?: true
  /** Whether a file can stop all traffic that it doesn't let through. */
  dropsOthers?: true
  /** Rules are attached to a group of machines; their own addresses are not written. */
  attached: boolean
  /** Which address of a machine behind NAT its rules match: its own, or the one that it is reached by. */
  nat: 'inside' | 'outside'
  /** Whether a rule can say from which ports; where not, it lets every source port through. */
  sourcePorts: boolean
  /** Which protocols beside TCP and UDP its rules can be for; none where it is absent. */
  writesIp?: (protocol: IpTransport & {number: number}) => boolean
  /** The lowest port that rules may have; 0 unless stated. */
  firstPort?: number
  /** Writes one file for the topics of all plans; what it holds of each topic has a name that is made of the topic. */
  write: (...plans: readonly Plan[]) => string
  /**
   * Writes the file that takes away all that files of the same topics put there, whatever the choices they were written
   * with; absent where its tool does that by itself.
   */
  remove?: (...topics: readonly Owned[]) => string
  /** Names of what that file can't name without the choices that a file was written with. */
  leaves?: (...topics: readonly Owned[]) => Left[]
  /** How its tool removes them, where there is no such file. */
  removeHint?: string
}

/**
 * The rules in the order in which the device asks them.
 *
 * @throws {SyntaxError} when the text is not what this target's files look like
 */
export type Reader = (text: string) => ReadRule[]
