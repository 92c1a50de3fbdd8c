import { defineConfig } from '@playwright/test';
import { chooseBrowser } from './tests/e2e/browser.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  globalSetup: './tests/e2e/site.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    // Set by the global setup, which runs before the workers read this file again.
    baseURL: process.env.EARMARK_URL,
    launchOptions: await chooseBrowser(),
    // What a worker fetches a test cannot look into; offline.spec.ts lets it be.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
  },
});
