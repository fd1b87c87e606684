import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    env: {
      // What commands keep for the next run is kept for nobody here.
      XDG_CACHE_HOME: join(tmpdir(), 'passerelle-test-cache'),
      // Hundreds of commands run, and half the time of each is Node's, which takes the types out of the same files.
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/passerelle-test-compile')
    },
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    // Wide: tests tell a machine that is very busy from one that is slow for ever, not from one that is idle.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // All processors: without this one is left idle, which is half of two.
    maxWorkers: '100%'
  }
})
