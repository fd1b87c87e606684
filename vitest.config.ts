import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    // All processors: without this one is left idle, which is half of two.
    hookTimeout: 120_000,
    maxWorkers: '100%'
  }
})
