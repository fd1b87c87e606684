import {type Content, join} from '@passerelle/model'
import type {Project} from '../project/project.ts'
import type {Report} from '../report/report.ts'
import {each, run, type VerbOptions} from '../work/session.ts'
import {mergeDocument} from '../project/source.ts'

/**
 * Pseudo-translate every document into a folder, to see which texts are not extracted, and which layouts break.
 *
 * Text without accents was not extracted; text whose closing bracket is cut off does not fit.
 */
export function pseudo(project: Project, options: VerbOptions & {to?: string} = {}): Promise<Report> {
  const folder = options.to ?? `${project.config.outbox}/pseudo`
  return run({verb: 'pseudo', writes: true}, project, options, async (session) => {
    await each(session.works, session, 'merge', async ({source, direction}) => {
      const translated = new Map(
        source.blocks.map(({index, cut}) => [index, join(cut, cut.segments.map(pseudoContent))])
      )
      const targets = source.document.blocks.map((_, index) => translated.get(index))
      const {text, diagnostics, quarantined} = mergeDocument(
        source.document,
        targets,
        direction,
        project.config
      )
      session.counts.quarantined += quarantined.size
      session.workspace.report(...diagnostics)
      await session.workspace.write(
        `${folder}/${direction.targetLocale}/${direction.document}`,
        text,
        'document'
      )
    })
    return undefined
  })
}

const ACCENTS = new Map(
  [...'aàAÀcçCÇeéEÉiîIÎnñNÑoôOÔuûUÛyÿYŸ'.matchAll(/(.)(.)/gu)].map(([, plain, accented]) => [
    plain!,
    accented!
  ])
)

/** `One *two*.` → `[Ôñé *twô*.···]`: accented, a third longer, in brackets that show where a sentence begins and ends. */
function pseudoContent(content: Content): Content {
  let length = 0
  const parts = content.map((part) => {
    if (typeof part !== 'string') return part
    length += part.length
    return part.replace(/\p{L}/gu, (letter) => ACCENTS.get(letter) ?? letter)
  })
  return ['[', ...parts, `${'·'.repeat(Math.ceil(length / 3))}]`]
}
