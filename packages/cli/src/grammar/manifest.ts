import {readFileSync} from 'node:fs'

interface Manifest {
  readonly version: string
  readonly bugs?: {readonly url?: string}
}

/** The version of Passerelle. */
export function version(): string {
  return readManifest().version
}

/** Where bugs are reported, if the package says so. */
export function bugsUrl(): string | undefined {
  return readManifest().bugs?.url
}

/** `package.json` stands above `src` and above `dist` alike. */
function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest
}
