import {parseFragment} from 'parse5'

/** A character reference of HTML with its semicolon, such as `&nbsp;` or `&#x2014;` (CommonMark 2.5). */
export const references: RegExp = /&(?:#\d{1,7}|#[Xx][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]*);/g

/** Decode character references that have their semicolon. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? text.replace(references, decodeHtml) : text
}

/** Decode character references as HTML does, also those without a semicolon. */
export function decodeHtml(text: string): string {
  if (!text.includes('&')) return text
  return parseFragment(text.replaceAll('<', '&lt;'))
    .childNodes.map((node) => ('value' in node ? node.value : ''))
    .join('')
}
