// Works on one document of a size, alone in its process, and prints what that took.
import {longDocument} from './corpus.ts'
import {peakMemory} from './measure.ts'
import {extractFrom, mergeAll, parse, unitsOf} from './work.ts'

const [what = '', size = '0'] = process.argv.slice(2)
const text = longDocument(Number(size))
const start = process.cpuUsage()
if (what === 'parse') parse(text)
else if (what === 'extract') unitsOf(text)
else mergeAll(extractFrom(text))
const {user, system} = process.cpuUsage(start)
console.log(JSON.stringify({cpu: (user + system) / 1e6, peak: peakMemory()}))
