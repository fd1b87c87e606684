import type {UsageArgs, UsageId} from '@passerelle/model'

/** A problem with how Passerelle was called or configured; ends the command with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** Readable id in kebab case; the message is made of it and `args`. */
  readonly id: UsageId
  readonly args: UsageArgs[UsageId]

  constructor(...[id, args]: {[Id in UsageId]: [id: Id, args: UsageArgs[Id]]}[UsageId]) {
    super(`${id} ${JSON.stringify(args)}`)
    this.id = id
    this.args = args
  }
}
