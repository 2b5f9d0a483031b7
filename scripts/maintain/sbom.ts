/** The packages that are installed, as npm's own software bill of materials (CycloneDX 1.5), the same bytes in every run. */
import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {fileURLToPath} from 'node:url'
import {z} from 'zod'

const root = fileURLToPath(new URL('../../', import.meta.url))

const licenceSchema = z.union([
  z.object({license: z.object({id: z.string()})}),
  z.object({license: z.object({name: z.string()})}),
  z.object({expression: z.string()}),
])

const sbomSchema = z.looseObject({
  metadata: z.looseObject({component: z.looseObject({name: z.string(), purl: z.string()})}),
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string(),
      licenses: z.array(licenceSchema).optional(),
    }),
  ),
  dependencies: z.array(z.looseObject({ref: z.string(), dependsOn: z.array(z.string())})),
})
export type Sbom = z.infer<typeof sbomSchema>

/**
 * What npm says of the packages that are installed.
 *
 * @throws Error when npm is older than 9.5, or node_modules doesn't fit the lockfile
 */
export const installedPackages = (): Sbom => {
  const args = ['sbom', '--sbom-format', 'cyclonedx']
  const own = process.env['npm_execpath']
  const [program, before] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []]
  const text = execFileSync(program, [...before, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return withSerial(withoutMoment(sbomSchema.parse(JSON.parse(text))))
}

/** Numbers the bill by what it says, so that two of the same packages are the same one (a UUID of version 8). */
export const withSerial = (sbom: Sbom): Sbom => {
  const hash = createHash('sha256').update(JSON.stringify(sbom)).digest('hex')
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ]
  return {...sbom, serialNumber: `urn:uuid:${parts.join('-')}`}
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Without serial number, time and version of npm, and everything in order: what remains depends on the packages alone. */
export const withoutMoment = ({serialNumber: _, ...sbom}: Sbom): Sbom => {
  const {timestamp: __, tools: ___, ...metadata} = sbom.metadata
  const {component} = metadata
  // npm takes the folder's name.
  const name = /^pkg:npm\/([^@]+)@/.exec(component.purl)?.[1] ?? component.name
  return {
    ...sbom,
    metadata: {...metadata, component: {...component, name}},
    components: sbom.components.toSorted((a, b) => byText(a['bom-ref'], b['bom-ref'])),
    dependencies: sbom.dependencies
      .map((each) => ({...each, dependsOn: each.dependsOn.toSorted(byText)}))
      .toSorted((a, b) => byText(a.ref, b.ref)),
  }
}

/** Licence of each package as an SPDX expression; an empty text where it states none. */
export const licencesOf = ({components}: Sbom): {id: string; licence: string}[] =>
  components.map(({'bom-ref': id, licenses = []}) => ({
    id,
    licence: licenses
      .map((each) => ('expression' in each ? each.expression : Object.values(each.license).join()))
      .join(' AND '),
  }))
