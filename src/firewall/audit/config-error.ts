/** What is wrong with the files of a configuration: English for the command, an id and values for other languages. */
export class ConfigError extends Error {
  readonly id:
    | 'none'
    | 'unknown'
    | 'several-devices'
    | 'unreadable'
    | 'too-large'
    | 'empty'
    | 'no-such-machine'
  readonly values: Readonly<Record<string, string>>
  readonly hint: string

  constructor(
    id: ConfigError['id'],
    values: Readonly<Record<string, string>>,
    message: string,
    hint: string,
  ) {
    super(message)
    this.name = 'ConfigError'
    this.id = id
    this.values = values
    this.hint = hint
  }
}
