/**
 * The table of DESIGN §1: which room may import which. Of `portsOf` rooms only `@signet/x/ports` may be named.
 * What is for tests alone (`testing`, `ports/contracts` and `ports/examples` of a room) only tests, suites and
 * `testing` folders name. The room `@signet/testing` is for them alone, and knows none of the others.
 */
export interface Room {
  readonly folder: string;
  readonly mayImport: readonly string[];
  readonly portsOf?: readonly string[];
  /** For its tests alone, such as the client that they ask the server with. */
  readonly inTests?: readonly string[];
  /** Runs in a browser too: no `node:` module outside tests. */
  readonly browserSafe?: boolean;
}

const serverRooms = [
  '@signet/token',
  '@signet/contracts',
  '@signet/trust',
  '@signet/http',
  '@signet/identity',
  '@signet/gateway',
  '@signet/control',
  '@signet/store',
];

/** Starts Signet and the servers around it: for tests, `e2e` and `bench`. */
export const testingRoom = '@signet/testing';

export const rooms: Readonly<Record<string, Room>> = {
  [testingRoom]: { folder: 'testing', mayImport: [] },
  '@signet/token': { folder: 'packages/token', mayImport: [], browserSafe: true },
  '@signet/conditions': { folder: 'packages/conditions', mayImport: [], browserSafe: true },
  '@signet/contracts': { folder: 'packages/contracts', mayImport: ['@signet/token', '@signet/conditions'] },
  '@signet/ai': { folder: 'packages/ai', mayImport: ['@signet/contracts', '@signet/token'] },
  '@signet/trust': {
    folder: 'packages/trust',
    mayImport: ['@signet/token', '@signet/conditions', '@signet/contracts'],
  },
  '@signet/http': { folder: 'packages/http', mayImport: ['@signet/contracts'] },
  '@signet/identity': {
    folder: 'packages/identity',
    mayImport: ['@signet/token', '@signet/conditions', '@signet/contracts', '@signet/trust', '@signet/http'],
  },
  '@signet/gateway': {
    folder: 'packages/gateway',
    mayImport: ['@signet/token', '@signet/conditions', '@signet/contracts', '@signet/ai', '@signet/trust'],
    inTests: ['@signet/sdk'],
  },
  '@signet/control': {
    folder: 'packages/control',
    mayImport: ['@signet/token', '@signet/contracts', '@signet/http'],
  },
  '@signet/store': {
    folder: 'packages/store',
    mayImport: ['@signet/contracts'],
    portsOf: ['@signet/identity', '@signet/gateway', '@signet/control'],
  },
  '@signet/sdk': {
    folder: 'packages/sdk',
    mayImport: ['@signet/token', '@signet/conditions', '@signet/contracts', '@signet/trust'],
    browserSafe: true,
  },
  '@signet/server': { folder: 'apps/server', mayImport: serverRooms, inTests: ['@signet/sdk'] },
  '@signet/cli': {
    folder: 'apps/cli',
    mayImport: ['@signet/token', '@signet/contracts', '@signet/sdk', '@signet/server'],
  },
  '@signet/web': {
    folder: 'apps/web',
    mayImport: ['@signet/token', '@signet/contracts', '@signet/sdk'],
    browserSafe: true,
  },
};
