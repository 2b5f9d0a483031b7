/** Writes the file that takes away all that files of some topics can have put on a device. */
import {UsageError} from '../../disk/usage-error.ts'
import type {ExportRequest, Target} from '../../firewall/export-types.ts'
import {firewallTexts} from '../../firewall/firewall-texts-fs.ts'
import {ownedBy} from '../../firewall/removal/owned.ts'
import {leftLines} from '../../firewall/removal/removal-header.ts'
import type {KnowledgeBase} from '../../model/schema.ts'
import {type ExportChoices, problemsError, requestOf, targetOf} from './export-topic.ts'
import {shareOut} from './several-topics.ts'

export interface Removal {
  text: string
  /** What stays on the device, in English. */
  left: string[]
}

/** @throws UsageError as an export of the topics does, but where there is nothing to write, and as `removalOf` */
export function exportRemoval(
  kb: KnowledgeBase,
  {topics, ...choices}: Omit<ExportChoices, 'topic'> & {topics: readonly string[]},
): Removal {
  const target = targetOf(choices)
  const requests = topics.map((topic) => requestOf(kb, {...choices, topic}, target))
  return removalOf(requests.length > 1 ? shareOut(requests) : requests, target)
}

/** @throws UsageError for a target whose own tool removes what its file made, and for a wrong address or port */
export function removalOf(requests: readonly ExportRequest[], target: Target): Removal {
  const {remove, leaves} = target
  if (remove === undefined)
    throw new UsageError(
      `${target.name} has no file that removes rules`,
      target.removeHint ?? 'Delete what names the topic by hand.',
    )
  const found = requests.map((request) => ownedBy(request, target))
  const problems = found.flatMap((one) => (one.ok ? [] : one.problems))
  if (problems.length > 0) throw problemsError(problems)
  const owned = found.flatMap((one) => (one.ok ? [one.owned] : []))
  return {text: remove(...owned), left: leftLines(leaves?.(...owned) ?? [], firewallTexts('en'))}
}
