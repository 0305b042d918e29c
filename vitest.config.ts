import { defineConfig, type ViteUserConfig } from 'vitest/config';

const common: NonNullable<ViteUserConfig['test']> = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  unstubGlobals: true,
  restoreMocks: true,
};

/** What V8 counts for it, it counts for its whole process: what others do in there would be among it, or take away from it. */
const counted = 'packages/token/src/parse/bounded-work.test.ts';

/** What listens to warnings of its process, or stops its clock. */
const alone = [
  counted,
  'packages/gateway/src/chaos.test.ts',
  'packages/gateway/src/listen.test.ts',
  'packages/gateway/src/described/hold-body.test.ts',
];

/** Rooms that touch nothing of their process: no environment, no global, no signal. Clock, fetch and chance are handed in. */
const pure: readonly (readonly [name: string, include: readonly string[]])[] = [
  ['contracts', ['packages/contracts/src/**/*.test.ts']],
  ['identity', ['packages/identity/src/**/*.test.ts']],
  ['gateway', ['packages/gateway/src/**/*.test.ts']],
  ['small rooms', ['packages/{ai,conditions,control,http,token,trust}/src/**/*.test.ts']],
  [
    'web',
    [
      'apps/web/src/**/!(*.screen).test.{ts,tsx}',
      'apps/web/build/**/*.test.ts',
      'apps/web/testing/lessons-in-palette.test.ts',
    ],
  ],
];

/** Their tests share a process, which loads what they stand on once; each file leaves it as it found it. */
const rooms: readonly ViteUserConfig[] = pure.map(([name, include]) => ({
  test: { ...common, name, include: [...include], exclude: alone, isolate: false },
}));

/** All else that runs in Node, a process for each file: servers, commands, and journeys that drive a browser from outside. */
const node: ViteUserConfig = {
  test: {
    ...common,
    name: 'node',
    include: [
      'packages/{sdk,store}/src/**/*.test.ts',
      'apps/{cli,server}/src/**/*.test.ts',
      'packages/sdk/build/**/*.test.ts',
      'scripts/**/*.test.ts',
      '{bench,e2e,testing}/src/**/*.test.ts',
      ...alone,
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
