import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    // What commands keep for the next run is kept for nobody here.
    env: {XDG_CACHE_HOME: join(tmpdir(), 'passerelle-test-cache')},
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    // All processors: without this one is left idle, which is half of two.
    hookTimeout: 120_000,
    maxWorkers: '100%'
  }
})
