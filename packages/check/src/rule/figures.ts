/** A number written in figures. */
export interface Figure {
  /** As written. */
  readonly text: string
  /** What it may mean in the locale, in plain form: `700000`, `3.5`. */
  readonly values: ReadonlyArray<string>
  /** Whether other languages may write it in words or leave it out: small, an ordinal, or zero minutes. */
  readonly soft: boolean
}

/** Up to this number people write words; sixteen is the last that is one word in French. */
const lastInWords = 16

const figure = /(?<!\d)(?:\d{1,3}(?:[\s'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)/gu

const ordinal = /^(?:st|nd|rd|th|er|re|ère|e|ème|nde?|o|a)(?!\p{L})/iu

const minutes = /\d\s?[:h]\s?$/u

/** What may stand before `pm`: nothing, minutes, or the end of a span of time as in `1-3pm`. */
const halfDay = /^(?::\d\d)?(?:\s?(?:-|–|to|and)\s?\d\d?(?::\d\d)?)?\s?([ap])\.?\s?m\b/iu

/** The figures of a text in order. Slashes, colons and hyphens separate them: a date is three. */
export function figuresOf(text: string, locale: string): Figure[] {
  const decimal = decimalOf(locale)
  return Array.from(text.matchAll(figure), ({0: written, index}) => {
    const rest = text.slice(index + written.length)
    const values = valuesOf(written, decimal)
    const isZeroMinutes = written === '00' && minutes.test(text.slice(0, index))
    const soft = Number(values[0]) <= lastInWords || ordinal.test(rest) || isZeroMinutes
    return {text: written, values: [...values, ...halfDays(values[0]!, rest)], soft}
  })
}

/**
 * What a figure may mean.
 *
 * A separator before three digits groups them, unless the locale uses it for decimals. A separator that stands alone
 * may also be a decimal one of the other language. A figure that is neither (`1.2.3`) means itself.
 */
function valuesOf(written: string, decimal: string): string[] {
  const text = written.replace(/[\s'’]/gu, '')
  const separators = text.match(/[.,]/g) ?? []
  if (separators.length === 0) return [plain(text)]
  const grouping = decimal === ',' ? '.' : ','
  const [whole = '', fraction] = text.split(decimal)
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(whole) && !whole.includes(decimal)
  if (isGrouped && text.split(decimal).length <= 2) {
    const ungrouped = whole.replaceAll(grouping, '')
    const value = plain(fraction === undefined ? ungrouped : `${ungrouped}.${fraction}`)
    return separators.length === 1 && grouping === '.' ? [value, plain(text)] : [value]
  }
  return separators.length === 1 ? [plain(text.replace(',', '.'))] : [text.replaceAll(',', '.')]
}

/** Without leading zeros of the whole and trailing zeros of the fraction. */
function plain(text: string): string {
  const [whole = '', fraction = ''] = text.split('.')
  const end = fraction.replace(/0+$/, '')
  return (whole.replace(/^0+(?=\d)/, '') || '0') + (end && `.${end}`)
}

/** An hour with `a.m.` or `p.m.` also has a number on the clock of 24 hours. */
function halfDays(value: string, rest: string): string[] {
  const match = halfDay.exec(rest)
  if (!match || Number(value) > 12) return []
  const hour = Number(value) % 12
  return [String(match[1]!.toLowerCase() === 'p' ? hour + 12 : hour)]
}

function decimalOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  return parts.find(({type}) => type === 'decimal')?.value === ',' ? ',' : '.'
}
