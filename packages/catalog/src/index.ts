export {type Extraction, extract} from './extract.ts'
export {isNode, readJson, repeatedKeys} from './json.ts'
export {type Merge, merge} from './merge.ts'
export {type CatalogOptions} from './options.ts'
