import { fileURLToPath } from 'node:url';

/** Where the repository stands. */
export const root: string = fileURLToPath(new URL('../../..', import.meta.url));

/** The launcher of the command, as it stands in the repository. */
export const launcher: string = fileURLToPath(new URL('../../../apps/cli/bin/signet.js', import.meta.url));

/** What the launcher runs, on the Node that it is pinned to. */
export const main: string = fileURLToPath(new URL('../../../apps/cli/src/main.ts', import.meta.url));

/** The environment of this process without anything of the developer's own Signet. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(SIGNET_|DATABASE_URL$|REDIS_URL$|NO_COLOR$|FORCE_COLOR$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
