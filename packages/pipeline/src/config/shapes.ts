import * as v from 'valibot'

/** The schema of a text in a configuration: for validation, types and the JSON schema at once. */
type Text = v.GenericSchema<string, string>

/** Text that is not empty. */
export const text: Text = v.pipe(v.string(), v.minLength(1))

/** A folder or file below the project: relative, without `..`. */
export const place: Text = v.pipe(
  v.string(),
  v.regex(/^(?![/\\])(?![A-Za-z]:)(?!(?:.*[/\\])?\.\.(?:[/\\]|$)).+$/u)
)

/** A glob with one `{locale}` folder; or one that begins with `!`, for files to leave out. */
export const pattern: Text = v.pipe(
  v.string(),
  v.regex(
    /^(?!!?[/\\])(?!!?[A-Za-z]:)(?!!?(?:.*[/\\])?\.\.(?:[/\\]|$))(?:!.+|(?!!)(?:(?!\{locale\}).)*\{locale\}(?:(?!\{locale\}).)*)$/u
  )
)

/** A language tag (BCP 47), in its usual spelling. */
export const locale: v.GenericSchema<string, string> = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u),
  v.check((tag) => spelt(tag) !== undefined),
  v.transform((tag) => spelt(tag) ?? tag)
)

/**
 * A regular expression of JavaScript, or a text that is read as one.
 *
 * The text has JavaScript’s syntax, `ACME-\d+`; between slashes it may have flags, `/acme-\d+/i`.
 */
export const expression: v.GenericSchema<string | RegExp, RegExp> = v.pipe(
  v.union([v.string(), v.instance(RegExp)]),
  v.check((written) => compiled(written) !== undefined),
  v.transform((written) => compiled(written) ?? /(?!)/)
)

/** From 0 to 100. */
export const percent: v.GenericSchema<number, number> = v.pipe(v.number(), v.minValue(0), v.maxValue(100))

function spelt(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

function compiled(written: string | RegExp): RegExp | undefined {
  if (typeof written !== 'string') return written
  const [, source = written, flags = ''] = /^\/(.+)\/([a-z]*)$/su.exec(written) ?? []
  try {
    return source === '' ? undefined : new RegExp(source, flags)
  } catch {
    return undefined
  }
}
