// Writes the JSON schema of configurations, which editors find by `$schema`. A test holds the file against it.
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {schemaText} from './json-schema.ts'

writeFileSync(join(import.meta.dirname, '../packages/cli/schema/config.json'), schemaText())
