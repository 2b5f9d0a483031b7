/** The commands by their names: of a run only the one that is asked for is loaded, since all of them take a second. */
import type {Command} from 'commander'

interface CommandModule {
  register: (program: Command) => void
}

const commands: ReadonlyMap<string, () => Promise<CommandModule>> = new Map([
  ['audit', () => import('./commands/audit.ts')],
  ['build', () => import('./commands/build.ts')],
  ['check', () => import('./commands/check.ts')],
  ['check-interface', () => import('./commands/check-interface.ts')],
  ['dev', () => import('./commands/dev.ts')],
  ['diff', () => import('./commands/diff.ts')],
  ['export', () => import('./commands/export.ts')],
  ['fix', () => import('./commands/fix.ts')],
  ['import', () => import('./commands/import.ts')],
  ['init', () => import('./commands/init.ts')],
  ['ingest', () => import('./commands/ingest.ts')],
  ['interchange', () => import('./commands/interchange.ts')],
  ['merge', () => import('./commands/merge.ts')],
  ['port', () => import('./commands/port.ts')],
  ['search', () => import('./commands/search.ts')],
  ['start', () => import('./commands/start.ts')],
  ['terms', () => import('./commands/terms.ts')],
])

/** Registers the command that the arguments begin with; all of them where they begin with none, for help and suggestions. */
export async function registerCommands(program: Command, args: readonly string[]): Promise<void> {
  const asked = commands.get(args[0] ?? '')
  const modules = await Promise.all(
    (asked === undefined ? [...commands.values()] : [asked]).map((load) => load()),
  )
  for (const {register} of modules) register(program)
}
