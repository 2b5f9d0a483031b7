/** Runs one command of the command line in this process and catches what it prints. */
import {Command} from 'commander'
import {vi} from 'vitest'

export interface Ran {
  stdout: string
  stderr: string
  /** What the process would end with; errors are thrown instead. */
  exitCode: number
}

/** `runCommand(register, ['diff', 'a', 'b'])` */
export async function runCommand(
  register: (program: Command) => void,
  args: readonly string[],
): Promise<Ran> {
  const printed = {stdout: '', stderr: ''}
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += String(text)
      return true
    }),
  )
  const before = process.exitCode
  process.exitCode = 0
  try {
    const program = new Command('portolan').exitOverride()
    register(program)
    for (const command of program.commands) command.exitOverride()
    await program.parseAsync([...args], {from: 'user'})
    return {...printed, exitCode: Number(process.exitCode)}
  } finally {
    process.exitCode = before
    for (const spy of spies) spy.mockRestore()
  }
}
