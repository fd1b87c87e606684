import type {Content} from '@passerelle/model'
import {isScalar, parseDocument} from 'yaml'
import type {Manner} from './escape.ts'
import {readSimple} from '../text/simple-yaml.ts'
import type {ScalarStyle} from '../read/slot.ts'

/**
 * Print a value as a comment in code, or as a scalar of YAML 1.2, TOML 1.0 or JSON. It keeps the style of the source if
 * that can hold the value; double quotes (YAML 7.3.1) can hold any.
 *
 * @param lineEnd
 *   Line ending of the document.
 */
export function printScalar(content: Content, style: ScalarStyle, manner: Manner, lineEnd: string): string {
  const value = content.map((part) => (typeof part === 'string' ? part : part.raw)).join('')
  // A comment has no escapes.
  if (style.type === 'comment')
    return fold(value.replace(/\s*[\r\n]\s*/g, ' '), style).replaceAll('\n', lineEnd)
  // JSON's escapes are also those of TOML's basic strings.
  if (manner === 'armoured' || style.type === 'json' || style.type === 'toml-basic')
    return doubleQuoted(value)
  if (style.type.startsWith('toml-')) return inToml(value, style).replace(/\r?\n/g, lineEnd)
  const printed = inStyle(value, style)
  return (printed !== undefined && holds(printed, value, style) ? printed : doubleQuoted(value)).replace(
    /\n/g,
    lineEnd
  )
}

function inStyle(value: string, style: ScalarStyle): string | undefined {
  if (/[\r\t\u0000-\u0008\u007F-\u009F\u2028\u2029\uFEFF]/.test(value)) return
  switch (style.type) {
    case 'plain':
      return /\n/.test(value) ? undefined : fold(value, style)
    case 'single':
      return /\n/.test(value) ? undefined : `'${fold(value.replaceAll("'", "''"), style)}'`
    case 'double':
      return style.width === undefined ? doubleQuoted(value) : fold(doubleQuoted(value), style)
    case 'folded':
      return /^\s|\n\s|[^\n]\s\n/.test(value)
        ? undefined
        : block(value.replace(/\n+(?=[^\n])/g, '$&\n'), style)
    case 'literal':
      return /^\s/.test(value) ? undefined : block(value, {...style, type: 'literal'})
    default:
      return undefined
  }
}

/** A TOML string (1.0, section String), in the style of the source if that can hold the value. */
function inToml(value: string, {type, header}: ScalarStyle): string {
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\r(?!\n)/.test(value)) return doubleQuoted(value)
  if (type === 'toml-literal') return /['\n]/.test(value) ? doubleQuoted(value) : `'${value}'`
  if (type === 'toml-literal-multiline' && !/'''|'$/.test(value)) return `'''${header}${value}'''`
  // A line ending at the beginning of the value would be dropped.
  const first = header || (/^\r?\n/.test(value) ? '\n' : '')
  return `"""${first}${value.replace(/[\\"]/g, '\\$&')}"""`
}

/** Break lines at single spaces if the source does; else not at all. */
function fold(text: string, {width, indent}: ScalarStyle): string {
  if (width === undefined) return text
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line !== '' && line.length + 1 + word.length > Math.max(width - indent.length, 20)) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join(`\n${indent}`)
}

function block(value: string, style: ScalarStyle): string {
  const indent = style.indent || '  '
  const lines = value.replace(/\n+$/, '').split('\n')
  const folded = lines.map((line) =>
    style.type === 'folded' && line ? fold(line, {...style, indent}) : line
  )
  const trail = /\n+$/.exec(value)?.[0].slice(1) ?? ''
  return `${style.header}\n${folded.map((line) => (line ? indent + line : '')).join('\n')}${trail}`
}

/** A string with JSON's escapes, which YAML has, too; also escapes characters that a YAML stream may not hold. */
function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}

/** Whether a printed scalar is read as exactly the value where it stands. */
function holds(printed: string, value: string, {indent}: ScalarStyle): boolean {
  // Most scalars are simple enough to see it without a parser of YAML.
  if (readSimple(`x: ${printed}`, () => true)?.[0]?.value === value) return true
  const outer = indent.slice(0, -1)
  const document = parseDocument(`${outer}? x\n${outer}: ${printed}\n${outer}? y\n`, {logLevel: 'silent'})
  if (document.errors.length > 0 || document.warnings.length > 0) return false
  const node = document.get('x', true)
  return isScalar(node) && node.value === value && document.has('y') && !node.comment && !node.commentBefore
}
