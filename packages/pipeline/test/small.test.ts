import {zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import * as pipeline from '../src/index.ts'
import {isZip} from '../src/files/archive.ts'
import {unpack} from '../src/files/incoming.ts'
import {countWords} from '../src/work/coverage.ts'
import {decode} from '../src/files/decode.ts'
import {bilingualPath} from '../src/project/direction.ts'

it('exports these names and no others', () => {
  expect(Object.keys(pipeline).sort()).toEqual([
    'UsageError',
    'check',
    'configName',
    'confirm',
    'defineConfig',
    'exportHandoffs',
    'extract',
    'importHandbacks',
    'init',
    'merge',
    'openProject',
    'pseudo',
    'restore',
    'segmentFile',
    'segmentationRules',
    'status',
    'sync',
    'validateFiles'
  ])
})

describe('decode', () => {
  it('keeps a byte order mark', () => {
    expect(decode(Buffer.from('\uFEFFé'), 'a')).toBe('\uFEFFé')
  })

  it.for<[bytes: number[], line: number, column: number]>([
    [[0xff], 1, 1],
    [[0x61, 0x0a, 0xc3, 0xa9, 0xe9], 2, 2],
    [[0xc3], 1, 1]
  ])('names the first byte of %j that is no UTF-8', ([bytes, line, column]) => {
    expect(decode(Uint8Array.from(bytes), 'a')).toMatchObject({id: 'utf8-invalid', path: 'a', line, column})
  })
})

describe('countWords', () => {
  it.for<[text: string, words: number]>([
    ['', 0],
    ['One, two – three.', 3],
    ['L’été dernier, 700\u202F000 aujourd’hui', 4],
    ['well-known', 1],
    ['条約', 2]
  ])('%j: %i', ([text, words]) => {
    expect(countWords(text)).toBe(words)
  })
})

describe('unpack', () => {
  it('gives the hand-backs of a zip, whatever their names try', () => {
    const bytes = zipSync({
      'a/b.xlf': Buffer.from('x'),
      '../../evil.xlf': Buffer.from('y'),
      'notes.txt': Buffer.from('z')
    })
    expect(isZip(bytes)).toBe(true)
    expect(unpack(bytes, 'back.zip').map(({path}) => path)).toEqual([
      'back.zip/a/b.xlf',
      'back.zip/../../evil.xlf',
      'back.zip/notes.txt'
    ])
  })

  it('opens the zips in a zip, and those in them', () => {
    const inner = zipSync({'document.mqxliff': Buffer.from('x'), 'skeleton.xml': Buffer.from('y')})
    const empty = zipSync({'skeleton.xml': Buffer.from('y')})
    const bytes = zipSync({
      'a.mqxlz': inner,
      'b.xlz': empty,
      'c.zip': zipSync({'a.mqxlz': inner}),
      'd.TXLF': Buffer.from('z')
    })
    expect(
      unpack(bytes, 'back.zip').map((file) => ('id' in file ? [file.path, file.id] : file.path))
    ).toEqual([
      'back.zip/a.mqxlz/document.mqxliff',
      ['back.zip/b.xlz', 'archive-empty'],
      'back.zip/c.zip/a.mqxlz/document.mqxliff',
      'back.zip/d.TXLF'
    ])
  })

  it('says what is no zip', () => {
    expect(unpack(Buffer.from('PK\u0003\u0004 broken'), 'back.zip')).toMatchObject([
      {id: 'archive-unreadable', path: 'back.zip'}
    ])
  })
})

describe('bilingualPath', () => {
  it('gives no two documents one file', () => {
    const paths = ['a.md', 'a.json', 'a.mdx', 'b/a.md'].map((name) =>
      bilingualPath('xliff', 'en', 'fr', name)
    )
    expect(paths).toEqual([
      'xliff/en-fr/a.xlf',
      'xliff/en-fr/a.json.xlf',
      'xliff/en-fr/a.mdx.xlf',
      'xliff/en-fr/b/a.xlf'
    ])
  })
})
