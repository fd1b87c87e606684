import type {Content} from '@passerelle/model'

/** A content as text, its codes shown as `<1>`, `</1>`, `<1/>`. */
export function shown(content: Content): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return part
      return {open: `<${part.id}>`, close: `</${part.id}>`, standalone: `<${part.id}/>`}[part.type]
    })
    .join('')
}
