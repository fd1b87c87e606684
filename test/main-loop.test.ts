import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {frontmatter} from 'micromark-extension-frontmatter'
import {describe, expect, it} from 'vitest'
import {parseFragment, serialize} from 'parse5'
import {parse} from 'yaml'
import {accent, hasShared, type Sandbox, sandbox, shared, translate} from './support.ts'

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: ReadonlyArray<Node>
  readonly [field: string]: unknown
}

/**
 * The tree of a Markdown text without places, its prose on one line and without the accents that `accent` adds: equal
 * for a source and its accented translation exactly when structure, codes and words are.
 */
function shape(markdown: string): unknown {
  const strip = ({position: _position, children, value, referenceType: _type, ...node}: Node): unknown => ({
    ...node,
    ...(value !== undefined && {value: plain(node.type, value)}),
    ...(children && {children: children.map(strip)})
  })
  const text = markdown.normalize('NFD').replaceAll('\u0302', '').normalize('NFC')
  const tree = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])]
  })
  return strip(tree as unknown as Node)
}

function plain(type: string, value: string): unknown {
  if (type === 'yaml') return parse(value)
  if (type === 'html')
    return serialize(parseFragment(value))
      .replace(/\s+|&nbsp;/g, ' ')
      .trim()
  return type === 'code' ? value : value.replace(/\s+/g, ' ').trim()
}

async function roundTrip(project: Sandbox, format: string, change: (text: string) => string): Promise<void> {
  const exported = await project.passerelle('export', '--to', 'handoffs', '--format', format)
  expect(exported).toMatchObject({code: 0})
  for (const path of project.list('handoffs/**/*.xlf'))
    project.write(path, translate(project.read(path), change, {isSaid: true}))
  expect(await project.passerelle('import', 'handoffs')).toMatchObject({code: 0})
  expect(await project.passerelle('merge')).toMatchObject({code: 0})
}

describe.skipIf(!hasShared)('the release of 2008', () => {
  const release = (): string => readFileSync(join(shared, 'data/release/oslo-2008.en.md'), 'utf8')

  it.for(['xliff-1.2', 'xliff-2.0'])('comes back in French with its structure, by %s', async (format) => {
    const project = sandbox({'locales/en/releases/oslo.md': release()})
    await roundTrip(project, format, accent)
    const french = project.read('locales/fr/releases/oslo.md')
    expect(shape(french)).toEqual(shape(release()))
    expect(french).toContain(accent('an historic breakthrough'))
    expect(french).toContain('[www.sousmunitions.fr](http://www.sousmunitions.fr)')
  })

  it.for(['xliff-1.2', 'xliff-2.0'])(
    'comes back byte for byte but for the one word that was translated, by %s',
    async (format) => {
      const project = sandbox({'locales/en/releases/oslo.md': release()})
      const change = (text: string): string => text.replaceAll('November', 'Novembre')
      await roundTrip(project, format, change)
      expect(change(release())).not.toBe(release())
      expect(project.read('locales/fr/releases/oslo.md')).toBe(change(release()))
    }
  )

  it('has 6 blocks and 18 segments, clean for a translator', async () => {
    const project = sandbox({'locales/en/releases/oslo.md': release()})
    await project.passerelle('export', '--to', 'handoffs', '--format', 'xliff-1.2')
    const xml = project.read('handoffs/en-fr/releases/oslo.xlf')
    const sources = [...xml.matchAll(/<source\b[^>]*>([\s\S]*?)<\/source>/g)].map((match) => match[1]!)
    const codes = sources.map((source) =>
      [...source.matchAll(/<(\/?[gx])\b[^>]*>/g)].map((match) => match[1])
    )
    expect(sources).toHaveLength(18)
    expect(xml.match(/<group /g)).toHaveLength(6)
    expect(codes[0]).toEqual(['x', 'x', 'x'])
    expect(sources[1]).toBe('November 2008.')
    expect(sources[10]).toMatch(/^In the words of .*in 1997\.<\/g>$/)
    expect(codes.slice(10, 14)).toEqual([['g', '/g'], [], [], []])
    expect(sources[17]).toMatch(/^For further information, go to: </)
    for (const source of sources) {
      const text = source.replace(/<[^>]*>/g, '\u0000')
      expect(text).not.toMatch(/[*_`[\]\\\n]|&#|^\s|\s$/)
    }
  })
})

describe.skipIf(!hasShared)('all announcements of a government office, in one project, both ways', () => {
  const folder = join(shared, 'data/markdown/pairs/cds-digital-canada')

  it.for(['xliff-1.2', 'xliff-2.0'])(
    'keeps structure and says just what was written, by %s',
    async (format) => {
      const files = Object.fromEntries(
        ['en', 'fr'].flatMap((locale) =>
          globSync('**/*.md', {cwd: join(folder, locale)}).map((path) => [
            `locales/${locale}/from-${locale}/${path}`,
            readFileSync(join(folder, locale, path))
          ])
        )
      )
      const project = sandbox(files)
      await roundTrip(project, format, accent)
      const sources = Object.keys(files)
      expect(sources.length).toBeGreaterThan(150)
      for (const path of sources) {
        const target = path.replace(
          /^locales\/(..)/,
          (_, locale) => `locales/${locale === 'en' ? 'fr' : 'en'}`
        )
        const source = project.read(path)
        expect.soft(shape(project.read(target)), target).toEqual(shape(source))
        expect.soft(project.read(target), target).not.toBe(source)
      }
      expect(await project.passerelle('check')).toMatchObject({code: 0})
    }
  )
})

describe('check', () => {
  it('closes while a string is missing, opens when none is, and names the paragraph that changed', async () => {
    const text = '# The Meuse\n\nThe river rose by 3 metres. Nobody was hurt.\n\nAid came at once.\n'
    const project = sandbox({'locales/en/river.md': text})
    expect(await project.passerelle('check')).toMatchObject({code: 3})
    await roundTrip(project, 'xliff-1.2', accent)
    expect(await project.passerelle('check')).toMatchObject({code: 0})

    project.write('locales/en/river.md', text.replace('Aid came', 'Help came'))
    const {code, stdout} = await project.passerelle('check', '--json')
    expect(code).toBe(3)
    const {diagnostics} = JSON.parse(stdout) as {diagnostics: {path: string; line: number; level: string}[]}
    expect(diagnostics.filter(({level}) => level === 'error')).toMatchObject([
      {path: 'locales/en/river.md', line: 5}
    ])
  })
})
