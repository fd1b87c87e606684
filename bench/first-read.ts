// Reads one XLIFF file, first thing in its process, and prints what that took.
import {readFileSync} from 'node:fs'
import {read} from '@passerelle/xliff'
import {measure} from './measure.ts'
import {parseBare} from './saxes.ts'

const [how = '', path = ''] = process.argv.slice(2)
const xml = readFileSync(path, 'utf8')
console.log(JSON.stringify(await measure(1, () => (how === 'saxes' ? parseBare(xml) : read(xml, path)))))
