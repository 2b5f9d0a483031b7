/** After `npm run build`: writes the software bill of materials (CycloneDX) of what the site was built with. */
import {writeFileSync} from 'node:fs'
import {installedPackages} from './sbom.ts'

const [file = 'sbom.cdx.json'] = process.argv.slice(2)
const sbom = installedPackages()
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`)
process.stdout.write(`${file}: ${sbom.components.length} packages\n`)
