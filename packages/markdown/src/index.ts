export {type Extension, allExtensions} from './extensions.ts'
export {extract} from './extract.ts'
export {type Merge, merge} from './merge.ts'
export {type Dialect, type MarkdownOptions, defaultKeys} from './options.ts'
