/** `npm run licences`: the licences of all installed packages, and exit 1 when one is unknown or not allowed. */
import {lookUp} from '../../src/text/look-up.ts'
import {allowedLicences, isAllowed} from './licence-policy.ts'
import {installedPackages, licencesOf} from './sbom.ts'

const packages = licencesOf(installedPackages())
const groups = [...Map.groupBy(packages, ({licence}) => licence)].toSorted(
  ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
)
for (const [licence, group] of groups) {
  const duty = lookUp(allowedLicences, licence)
  process.stdout.write(
    `${String(group.length).padStart(5)}  ${licence || 'none stated'}${duty === undefined ? '' : `: ${duty}`}\n`,
  )
}
const refused = packages.filter(({licence}) => !isAllowed(licence))
for (const {id, licence} of refused)
  process.stderr.write(
    `${id}: expected an allowed licence, found ${licence || 'none'}\n  read it; then take another package, or add it to scripts/maintain/licence-policy.ts with what it asks of us\n`,
  )
if (refused.length > 0) process.exitCode = 1
