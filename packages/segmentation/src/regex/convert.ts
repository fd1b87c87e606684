import type {Flavour} from '../rules.ts'
export function convert(source: string, _flavour: Flavour): string {
  return source
}
