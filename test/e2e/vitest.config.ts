import { defineConfig } from 'vitest/config';

/** The story in a real browser against a really started demo: slow, and apart from `npm test`. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    bail: 1,
  },
});
