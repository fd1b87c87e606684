import {expect, it} from 'vitest'
import * as xliff from '../src/index.ts'

it('exports these names', () => {
  expect(Object.keys(xliff).sort((a, b) => a.localeCompare(b))).toEqual([
    'decodedFor',
    'isDone',
    'isMemoryAsWritten',
    'isRetouched',
    'isSentence',
    'omegatProject',
    'PROFILE_NAMES',
    'PROFILES',
    'read',
    'readI18nextXliff',
    'readOmegatMemory',
    'readStream',
    'REPAIR_POLICIES',
    'validate',
    'validateStream',
    'writeHandoff',
    'writeHandoffInParts',
    'writeI18nextXliff',
    'writeRecord',
    'writeRecordInParts'
  ])
})
