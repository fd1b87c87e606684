#!/usr/bin/env node
// JavaScript that any Node reads since 14, for all else needs a newer one: this file says so where it is too old.
import {existsSync, readFileSync} from 'node:fs'
import * as module from 'node:module'

const {engines} = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
const [needed] = /\d+\.\d+/.exec(engines.node)
const found = process.versions.node

/** Whether a version, `20.2.1`, comes before another, `22.18`. */
function isBefore(version, other) {
  const [major, minor] = version.split('.').map(Number)
  const [otherMajor, otherMinor] = other.split('.').map(Number)
  return major < otherMajor || (major === otherMajor && minor < otherMinor)
}

if (isBefore(found, needed)) {
  const {LC_ALL, LC_MESSAGES, LANG} = process.env
  const isFrench = /^fr/i.test(LC_ALL || LC_MESSAGES || LANG || '')
  console.error(
    isFrench
      ? `Passerelle a besoin de Node ${needed} ou d’une version plus récente ; celle-ci est la ${found}. Installez-en une depuis https://nodejs.org.`
      : `Passerelle needs Node ${needed} or newer, and this is Node ${found}. Install a newer one from https://nodejs.org.`
  )
  process.exitCode = 2
} else {
  // What was compiled once need not be compiled again; Node keeps it in the system's folder for temporary files.
  module.enableCompileCache?.()
  if (existsSync(new URL('src/bin.ts', import.meta.url))) await import('./src/bin.ts')
  else await import('./dist/bin.js')
}
