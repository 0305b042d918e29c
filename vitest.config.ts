import { defineConfig, type ViteUserConfig } from 'vitest/config';

const common: NonNullable<ViteUserConfig['test']> = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  unstubGlobals: true,
  restoreMocks: true,
};

/** What V8 counts for it, it counts for its whole process: what others do in there would be among it, or take away from it. */
const counted = 'packages/token/src/parse/bounded-work.test.ts';

/** Rooms that touch nothing of their process: no environment, no global, no signal. Clock, fetch and chance are handed in. */
const pure = ['contracts', 'identity', '{ai,conditions,control,http,token,trust}'];

/** Their tests share a process, which loads what they stand on once; each file leaves it as it found it. */
const rooms: readonly ViteUserConfig[] = pure.map((room) => ({
  test: {
    ...common,
    name: room.replace(/\W+/g, ' ').trim(),
    include: [`packages/${room}/src/**/*.test.ts`],
    exclude: [counted],
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
    exclude: [
      '**/*.screen.test.tsx',
      ...pure.flatMap((room) => [`packages/${room}/src/**/!(bounded-work).test.ts`]),
    ],
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
