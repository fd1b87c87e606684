import {compare, extract, merge} from '@passerelle/catalog'
import {flatOf, handbackOf} from './flat.ts'
import type {DocumentFormat} from './format.ts'
import {pluralNumbers} from './plural-numbers.ts'

/** Catalogs of i18next. A value is one segment, as every client of catalogs expects. */
export const i18next: DocumentFormat = {
  endings: ['json'],
  usualEndings: ['json'],
  datatype: 'x-json',
  numbersFor: pluralNumbers,
  hasSentences: false,
  blocksAnswerBy: 'key',
  extract: (text, path, {sourceLocale, targetLocale, targetPath}, {protect}) =>
    extract(text, path, {
      sourceLocale: path === targetPath ? targetLocale : sourceLocale,
      targetLocale,
      protect
    }),
  merge: (document, targets, way, {protect}) => merge(document, targets, {...way, protect}),
  compare: (source, page, path, way, {protect}) => compare(source, page, path, {...way, protect}),
  withoutLayout: (skeleton) => skeleton.replace(/("(?:[^"\\]|\\.)*")|\s+/gs, '$1'),
  flat: {write: flatOf, read: handbackOf}
}
