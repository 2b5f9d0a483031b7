import {readFileSync} from 'node:fs'
import {Spec, Validation} from '@cyclonedx/cyclonedx-library'
import {describe, expect, it} from 'vitest'
import {z} from 'zod'
import {isAllowed} from '../../../scripts/maintain/licence-policy.ts'
import {installedPackages, licencesOf, withoutMoment, withSerial} from '../../../scripts/maintain/sbom.ts'

const sbom = installedPackages()

describe('scripts/maintain/sbom.ts', () => {
  it('names every direct dependency, and itself by the name of the package', () => {
    const {name, dependencies} = z
      .object({name: z.string(), dependencies: z.record(z.string(), z.string())})
      .parse(JSON.parse(readFileSync('package.json', 'utf8')))
    const named = new Set(sbom.components.map((component) => component.name))
    expect(Object.keys(dependencies).filter((each) => !named.has(each))).toEqual([])
    expect(sbom.metadata.component.name).toBe(name)
  })

  it('says the same of the same packages, whenever and in whatever order npm lists them', () => {
    const later = {
      ...sbom,
      serialNumber: 'urn:uuid:1',
      metadata: {...sbom.metadata, timestamp: '2030-01-01T00:00:00Z', tools: [{name: 'cli', version: '99'}]},
      components: sbom.components.toReversed(),
      dependencies: sbom.dependencies.map((each) => ({...each, dependsOn: each.dependsOn.toReversed()})),
    }
    expect(JSON.stringify(withSerial(withoutMoment(later)))).toBe(JSON.stringify(sbom))
  })

  it('is what CycloneDX 1.5 asks for, with a serial number and the hashes of what the lockfile names', async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot5)
    expect(await validator.validate(JSON.stringify(sbom))).toBeNull()
    expect(sbom['serialNumber']).toMatch(/^urn:uuid:/)
    expect(await validator.validate(JSON.stringify({...sbom, serialNumber: 'none'}))).not.toBeNull()
    // The package `node` brings the binary of its platform itself, beside the lockfile.
    const bare = sbom.components.filter(
      ({name, hashes}) => !Array.isArray(hashes) && !/^node-(?:bin-)?\w+-\w+$/.test(name),
    )
    expect(bare.map(({name}) => name)).toEqual([])
  })

  it('has only packages with a licence that is allowed', () => {
    expect(licencesOf(sbom).filter(({licence}) => !isAllowed(licence))).toEqual([])
  })
})

describe('package.json', () => {
  it('lists every package that runs a script when it is installed', () => {
    const {allowScripts} = z
      .object({allowScripts: z.record(z.string(), z.boolean())})
      .parse(JSON.parse(readFileSync('package.json', 'utf8')))
    const {packages} = z
      .object({packages: z.record(z.string(), z.looseObject({hasInstallScript: z.boolean().optional()}))})
      .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
    const scripted = Object.entries(packages)
      .filter(([, {hasInstallScript}]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
    expect(scripted.filter((name) => !allowScripts[name])).toEqual([])
  })
})

const namesSchema = z.record(z.string(), z.string()).optional()
const lockedSchema = z.looseObject({
  integrity: z.string().optional(),
  dependencies: namesSchema,
  optionalDependencies: namesSchema,
})

describe.each(['package-lock.json', 'bench/package-lock.json', 'mutation/package-lock.json'])(
  '%s',
  (path) => {
    const {packages} = z
      .object({packages: z.record(z.string(), lockedSchema)})
      .parse(JSON.parse(readFileSync(path, 'utf8')))

    // `npm ci` refuses a lockfile without them, also where no machine of its platform is there.
    it('holds all that its packages depend on', () => {
      const isThere = (name: string, from: string): boolean => {
        if (packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`] !== undefined) return true
        const parent = from.lastIndexOf('/node_modules/')
        return from !== '' && isThere(name, parent === -1 ? '' : from.slice(0, parent))
      }
      const missing = Object.entries(packages).flatMap(([from, {dependencies, optionalDependencies}]) =>
        Object.keys({...dependencies, ...optionalDependencies})
          .filter((name) => !isThere(name, from))
          .map((name) => `${name}, of ${from}`),
      )
      expect(missing).toEqual([])
    })

    it('says the hash of every package', () => {
      const unchecked = Object.entries(packages).filter(
        ([name, {integrity}]) => name !== '' && !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
      )
      expect(unchecked.map(([name]) => name)).toEqual([])
    })
  },
)
