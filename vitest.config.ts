import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    testTimeout: 60_000,
    // Much of the time is spent waiting for processes: a worker for each processor, and not one fewer.
    maxWorkers: '100%',
  },
})
