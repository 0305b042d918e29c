import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** All that runs in Node: units, servers, and journeys that drive a browser from outside. */
const node: ViteUserConfig = {
  test: {
    name: 'node',
    include: [
      '{packages,apps}/*/src/**/*.test.{ts,tsx}',
      'apps/web/build/**/*.test.ts',
      'packages/sdk/build/**/*.test.ts',
      'scripts/**/*.test.ts',
      '{bench,e2e,testing}/src/**/*.test.ts',
    ],
    exclude: ['**/*.screen.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    unstubGlobals: true,
    restoreMocks: true,
  },
};

const configuration: ViteUserConfig = defineConfig({
  test: {
    // Files share two cores with the servers, databases and browsers that they start.
    maxWorkers: 2,
    projects: [node, 'apps/web/vitest.config.ts'],
  },
});

export default configuration;
