import { defineConfig, type ViteUserConfig } from 'vitest/config';

const common: NonNullable<ViteUserConfig['test']> = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  unstubGlobals: true,
  restoreMocks: true,
};

/** Rooms that touch nothing of their process: no environment, no global, no signal. Clock, fetch and chance are handed in. */
const pure = ['contracts', 'identity', '{conditions,control,http,token,trust}'];

/** Their tests share a process, which loads what they stand on once; each file leaves it as it found it. */
const rooms: readonly ViteUserConfig[] = pure.map((room) => ({
  test: {
    ...common,
    name: room.replace(/\W+/g, ' ').trim(),
    include: [`packages/${room}/src/**/*.test.ts`],
    isolate: false,
  },
}));

/** All else that runs in Node, a process for each file: servers, commands, and journeys that drive a browser from outside. */
const node: ViteUserConfig = {
  test: {
    ...common,
    name: 'node',
    include: [
      '{packages,apps}/*/src/**/*.test.{ts,tsx}',
      'apps/web/build/**/*.test.ts',
      'packages/sdk/build/**/*.test.ts',
      'scripts/**/*.test.ts',
      '{bench,e2e,testing}/src/**/*.test.ts',
    ],
    exclude: ['**/*.screen.test.tsx', ...pure.map((room) => `packages/${room}/src/**`)],
  },
};

const configuration: ViteUserConfig = defineConfig({
  test: {
    // Files share two cores with the servers, databases and browsers that they start.
    maxWorkers: 2,
    projects: [...rooms, node, 'apps/web/vitest.config.ts'],
  },
});

export default configuration;
