import type {Diagnostic, Pair, Unit} from '@passerelle/model'
import type {ReadFile} from '@passerelle/xliff'

/** Of what becomes of one hand-back so much is told; more of it nobody reads, and it would fill the memory. */
const MOST = 1000

/** What is told of a hand-back: where, and what about. */
export interface News {
  readonly say: (
    file: ReadFile,
    about: {readonly unit?: Pick<Unit, 'id'>; readonly pair?: Pick<Pair, 'id'>},
    id: string,
    level: Diagnostic['level'],
    args?: Diagnostic['args']
  ) => void
  /** All that was said, and how much more there was. */
  readonly told: () => Diagnostic[]
}

/** @param path File of the hand-back. */
export function createNews(path: string): News {
  const diagnostics: Diagnostic[] = []
  let more = 0
  let hidesErrors = false
  return {
    say(file, {unit, pair}, id, level, args = {}) {
      if (diagnostics.length >= MOST) {
        more++
        hidesErrors ||= level === 'error'
        return
      }
      const {line, column} =
        (unit && (file.places.get(`${unit.id}/${pair?.id}`) ?? file.places.get(unit.id))) ?? file.place
      diagnostics.push({id, level, path, ...(unit && {unit: unit.id}), args, line, column})
    },
    told() {
      if (more === 0) return diagnostics
      const level = hidesErrors ? 'error' : 'warning'
      return [...diagnostics, {id: 'xliff-more-faults', level, path, args: {shown: MOST, more}}]
    }
  }
}
