import type {Nodes} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfm} from 'micromark-extension-gfm'
import {parseFragment, serialize} from 'parse5'
import {parse as parseToml} from 'smol-toml'
import {parse as parseYaml} from 'yaml'

/*
 * Markdown as anybody reads it, with nothing of this project: what a merge must not have changed, and what it must say.
 */

/** A document as its reader has it: node types, texts, and all that is no text. */
export type Plain = string | number | boolean | null | undefined | Plain[] | {[key: string]: Plain}

/** Fields that say what a node is, or where it leads; whether a reference names that by its text is a matter of style. */
const fields = 'depth ordered start checked align url title alt lang meta identifier'.split(' ')

/** What a document is; runs of white space count as one space, and the edges of a text not at all. */
export function plain(markdown: string): Plain {
  const json = /^\{\r?\n[^]*?\r?\n\}(?=\r?\n)/.exec(markdown)?.[0] ?? ''
  const tree = fromMarkdown(markdown.slice(json.length), {
    extensions: [gfm(), frontmatter(['yaml', 'toml'])],
    // The transforms of mdast-util-gfm-autolink-literal find addresses in text that GFM does not.
    mdastExtensions: [
      gfmFromMarkdown().map((extension) => ({...extension, transforms: []})),
      frontmatterFromMarkdown(['yaml', 'toml'])
    ]
  })
  return json ? [data(() => JSON.parse(json) as Plain, json), shape(tree)] : shape(tree)
}

function shape(node: Nodes): Plain {
  const own: Record<string, unknown> = {...node}
  const result: {[key: string]: Plain} = {type: node.type}
  for (const field of fields) {
    const value = own[field]
    if (value !== undefined && value !== null)
      result[field] = typeof value === 'string' ? fold(value) : (value as Plain)
  }
  if ('value' in node) result['value'] = valueOf(node)
  if ('children' in node) result['children'] = joined(node.children.map(shape))
  return result
}

/** Text nodes side by side are one text. */
function joined(nodes: Plain[]): Plain[] {
  const result: Plain[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (isText(node) && isText(last)) last.value += ` ${node.value}`
    else result.push(node)
    const text = result.at(-1)
    if (isText(text)) text.value = fold(text.value)
  }
  return result
}

function isText(node: Plain): node is {type: 'text'; value: string} {
  return typeof node === 'object' && node !== null && !Array.isArray(node) && node['type'] === 'text'
}

function valueOf({type, value}: Extract<Nodes, {value: string}>): Plain {
  switch (type as string) {
    case 'yaml':
      return data(() => parseYaml(value) as Plain, value)
    case 'toml':
      return data(() => JSON.parse(JSON.stringify(parseToml(value))) as Plain, value)
    case 'html':
      return fold(serialize(parseFragment(value)))
    case 'code':
    case 'inlineCode':
      return value
    default:
      return fold(value)
  }
}

function data(read: () => Plain, raw: string): Plain {
  try {
    return foldAll(read())
  } catch {
    return raw
  }
}

function foldAll(value: Plain): Plain {
  if (typeof value === 'string') return fold(value)
  if (Array.isArray(value)) return value.map(foldAll)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, foldAll(inner)]))
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The same document with one text put in place of another. */
export function replaced(value: Plain, text: string, by: string): Plain {
  if (typeof value === 'string') return fold(value.replaceAll(text, () => by))
  if (Array.isArray(value)) return value.map((inner) => replaced(inner, text, by))
  if (typeof value !== 'object' || value === null) return value
  const isHtml = value['type'] === 'html'
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      replaced(inner, text, isHtml ? escapeHtml(by, inner) : by)
    ])
  )
}

/** As parse5 writes it: in the value of an attribute or in text. */
function escapeHtml(text: string, inside: Plain): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('\u00A0', '&nbsp;')
  const inAttribute = typeof inside === 'string' && /="[^"]*Here\./.test(inside)
  return inAttribute
    ? escaped.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : escaped.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
