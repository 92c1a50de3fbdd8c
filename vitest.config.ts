import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['tests/{unit,contract}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/repeatable.ts'],
    testTimeout: 120_000,
  },
});
