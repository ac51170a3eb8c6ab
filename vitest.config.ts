import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // The suite starts real servers and child processes; two cores are what it is made for.
    maxWorkers: 2,
  },
});
