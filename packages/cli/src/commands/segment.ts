import {resolve} from 'node:path'
import type {SegmentBreak, Segmentation, SegmentedBlock} from '@passerelle/pipeline'
import {printDiagnostics} from '../reporters/diagnostics.ts'
import {EXIT} from './exit.ts'
import {tellProblem} from './failure.ts'
import {verbRule} from '../grammar/grammar.ts'
import {middle} from '../terminal/layout.ts'
import type {Messages} from '../messages/messages.ts'
import type {Pipeline} from './pipeline.ts'
import type {Look} from '../terminal/terminal.ts'
import {visible, visibleIn, visibleJson} from '../terminal/visible.ts'
import type {Scene} from './world.ts'

/** Show where the sentences of a file end and why, or give the rules themselves. */
export async function segment(pipeline: Pipeline, file: string | undefined, scene: Scene): Promise<number> {
  const {world, options, messages, look, errorLook} = scene
  const root = resolve(world.cwd, options.cwd ?? '.')
  if (options.rules) {
    const project = await pipeline.openProject(root)
    world.stdout.write(pipeline.segmentationRules(project, options.locale?.[0]))
    return EXIT.done
  }
  if (file === undefined) {
    const example = verbRule('segment')!.examples[0]!.line
    tellProblem({id: 'missing-argument', args: {verb: 'segment', example}}, scene, 'segment')
    return EXIT.usage
  }
  const project = await pipeline.openProject(root)
  const locale = options.locale?.[0] ?? localeIn(file, project.locales) ?? project.locales[0] ?? 'en'
  const found = await pipeline.segmentFile(project, file, locale)
  world.stderr.write(options.json ? '' : printDiagnostics(visibleIn(found.diagnostics), messages, errorLook))
  world.stdout.write(options.json ? `${visibleJson(found)}\n` : print(found, messages, look))
  return found.diagnostics.some(({level}) => level === 'error') ? EXIT.errors : EXIT.done
}

/** The locale whose folder a file lies in. */
function localeIn(file: string, locales: ReadonlyArray<string>): string | undefined {
  const folders = file.split(/[/\\]/)
  return locales.find((locale) => folders.includes(locale))
}

function print({path, blocks}: Segmentation, messages: Messages, look: Look): string {
  return blocks.map((block) => printBlock(path, block, messages, look)).join('\n')
}

function printBlock(
  path: string,
  {line, column, text, breaks}: SegmentedBlock,
  messages: Messages,
  {colors, width}: Look
): string {
  const dim = (reason: string): string => colors.dim(`    ${middle(reason, width - 4, '…')}`)
  const lines = [colors.bold(`${visible(path)}:${line}:${column}`)]
  let from = 0
  for (const place of breaks) {
    if (place.breaks) {
      lines.push(`  ${shown(text.slice(from, place.offset))}`, dim(why(place, messages)))
      from = place.offset
    } else {
      const around = `${text.slice(Math.max(from, place.offset - 12), place.offset)}|${text.slice(place.offset, place.offset + 8)}`
      lines.push(
        colors.dim(`    ${messages.say('segment.held', {text: shown(around)})} ${why(place, messages)}`)
      )
    }
  }
  lines.push(`  ${shown(text.slice(from))}`)
  return `${lines.join('\n')}\n`
}

function why({group, before, after, line}: SegmentBreak, messages: Messages): string {
  if (group === undefined) return messages.say('segment.unicode')
  const rule = visible(`${before || '∅'} ⏐ ${after || '∅'}`)
  return messages.say(line === undefined ? 'segment.rule' : 'segment.ruleAt', {group, rule, line: line ?? 0})
}

/** Objects that are not cut show as a box. */
function shown(text: string): string {
  return visible(text.trim()).replaceAll('\uFFFC', '▢')
}
