import { defineConfig, type ViteUserConfig } from 'vitest/config';

const configuration: ViteUserConfig = defineConfig({
  test: {
    include: [
      '{packages,apps}/*/src/**/*.test.{ts,tsx}',
      'scripts/**/*.test.ts',
      '{bench,e2e}/src/**/*.test.ts',
    ],
    // Files share two cores with the servers, databases and browsers that they start.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    unstubGlobals: true,
    restoreMocks: true,
  },
});

export default configuration;
