// oxlint-disable-next-line no-restricted-imports -- The catalog is content of this repository, and no part of a folder of ours.
import type english from '../../../../locales/en/cli.json'

/** The catalog in the language that messages are written in. */
type Catalog = typeof english

/** A name without the form for a number, which is chosen when the message is said. */
type Plain<Name extends string> = Name extends `${infer Base}_${'one' | 'many' | 'other'}` ? Base : Name

type KeysOf<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string ? Plain<Name> : `${Name}.${KeysOf<Tree[Name]>}`
}[keyof Tree & string]

/** The key of each message; another does not compile. */
export type MessageKey = KeysOf<Catalog>

/** What stands in a group of messages: `NamesIn<'options'>` is the name of each option. */
export type NamesIn<Group extends string> = MessageKey extends infer Key
  ? Key extends `${Group}.${infer Name}`
    ? Name
    : never
  : never

/** What is said of a verb’s example, by the verb. */
export type ExampleKey<Verb extends keyof Catalog['verbs']> = keyof Catalog['verbs'][Verb]['examples'] &
  string
