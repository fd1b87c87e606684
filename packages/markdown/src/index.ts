export {type Extension, allExtensions} from './sites/extensions.ts'
export {extract} from './read/extract.ts'
export {type Merge, merge} from './merge/merge.ts'
export {type Dialect, type MarkdownOptions, defaultKeys} from './sites/options.ts'
