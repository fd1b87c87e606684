/** A problem with how Passerelle was called or configured; ends the command with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** Readable id in kebab case; the sentence people read is made from it and `args`. */
  readonly id: string
  readonly args: Readonly<Record<string, string | number>>

  constructor(id: string, args: Readonly<Record<string, string | number>> = {}) {
    super(`${id} ${JSON.stringify(args)}`)
    this.id = id
    this.args = args
  }
}
