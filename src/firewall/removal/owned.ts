/**
 * Names all that files of a topic can have put on a device. A file is written with choices that nobody remembers when it
 * is taken away, so each rule of the topic is counted with every transport, family of addresses and pair of ends.
 */
import {mergeRanges} from '../../facts/ports/ranges.ts'
import {withDeniedPorts} from '../denied/denials.ts'
import type {ExportRequest, ExportRule, Family, Owned, OwnedRule, Problem, Target} from '../export-types.ts'
import {familyOfIp} from '../ip-transport.ts'
import {cleanId, possibleNames} from '../names.ts'
import {isPortOpen, unknownPorts, withPorts} from '../open-ports.ts'
import {partsOf} from '../parts-of-rule.ts'
import {unknownEndpoints} from '../problems.ts'
import {type AddressBook, endsOf, readAddresses, resolveEnd, statedEnds} from '../resolve-ends.ts'

/** What a reader gives for a removing file can name something more; it must be right as for any other file. */
export function ownedBy(
  request: ExportRequest,
  target: Target,
): {ok: true; owned: Owned} | {ok: false; problems: Problem[]} {
  const book = readAddresses(request.addresses, target)
  const problems = [...book.problems, ...unknownEndpoints(request), ...unknownPorts(request)]
  if (problems.length > 0) return {ok: false, problems}
  const {topic, texts, rules, dropOthers = false} = request
  return {
    ok: true,
    owned: {
      topic,
      texts,
      rules: rules.flatMap((rule) => rulesOf(rule, request, target)),
      addresses: {v4: addressesOf(book, 'v4'), v6: addressesOf(book, 'v6')},
      hasOtherAddresses: rules.some((rule) => hasUnsetEnd(rule, request, book)),
      dropOthers,
    },
  }
}

const addressesOf = ({byKey}: AddressBook, family: Family): string[] =>
  [...new Set([...byKey.values()].flatMap((addresses) => addresses[family]))].sort()

const hasUnsetEnd = (rule: ExportRule, request: ExportRequest, book: AddressBook): boolean =>
  statedEnds(rule, request).some(([end, side]) =>
    endsOf(end).some((one) => resolveEnd(one, side, request, book).addresses === null),
  )

const pairsOf = ({ports, sourcePorts}: ExportRule['facts']): number =>
  Math.max(1, mergeRanges(ports).length) * Math.max(1, mergeRanges(sourcePorts).length)

/** Any port, for a rule that may have been written with one. */
const somePort: [number, number][] = [[1, 1]]

function rulesOf(rule: ExportRule, request: ExportRequest, target: Target): OwnedRule[] {
  const given = withPorts(rule, request)
  const hasOtherPorts = isPortOpen(given)
  // A denial of all is written without a port, too.
  const readings = [
    given,
    ...(hasOtherPorts ? [withPorts(rule, {...request, ports: {[rule.id]: somePort}})] : []),
  ]
  const written = readings.map(withDeniedPorts)
  // Beside no other rule it is no answer to one, which a file of fewer rules may not have had.
  const transports = new Set(
    written.flatMap((reading) => partsOf(reading, [], {...request, device: null}, target).transports),
  )
  const portPairs = Math.max(...written.map(({facts}) => pairsOf(facts)))
  return [...transports].flatMap((transport) => {
    const only = familyOfIp(transport)
    const families = [null, 'v4', 'v6'].filter((family) => family === null || (only ?? family) === family)
    return possibleNames(cleanId(rule.id), transport, families, mostOf(rule, request, target)).map(
      (name) => ({
        name,
        transport,
        portPairs,
        hasOtherPorts,
      }),
    )
  })
}

/** Each source with each destination; on a machine that both ends are, on the way in and on the way out. */
function mostOf(rule: ExportRule, request: ExportRequest, {placement}: Target): number {
  const pairs = statedEnds(rule, request).reduce((count, [end]) => count * endsOf(end).length, 1)
  return placement === 'host' ? pairs * 2 : pairs
}
