/**
 * The table of DESIGN §1: which room may import which. `typesOnly` rooms may be named in `import type` alone.
 * Tests inside a room follow the room's rule, except that they may also use `@signet/store/testing`-style subpaths
 * of rooms the room may import anyway.
 */
export interface Room {
  readonly folder: string;
  readonly mayImport: readonly string[];
  readonly typesOnly?: readonly string[];
  /** Runs in a browser too: no `node:` module outside tests. */
  readonly browserSafe?: boolean;
}

const serverRooms = [
  '@signet/token',
  '@signet/contracts',
  '@signet/identity',
  '@signet/gateway',
  '@signet/control',
  '@signet/store',
];

export const rooms: Readonly<Record<string, Room>> = {
  '@signet/token': { folder: 'packages/token', mayImport: [], browserSafe: true },
  '@signet/contracts': { folder: 'packages/contracts', mayImport: ['@signet/token'] },
  '@signet/identity': { folder: 'packages/identity', mayImport: ['@signet/token', '@signet/contracts'] },
  '@signet/gateway': { folder: 'packages/gateway', mayImport: ['@signet/token', '@signet/contracts'] },
  '@signet/control': { folder: 'packages/control', mayImport: ['@signet/token', '@signet/contracts'] },
  '@signet/store': {
    folder: 'packages/store',
    mayImport: ['@signet/contracts'],
    typesOnly: ['@signet/identity', '@signet/gateway', '@signet/control'],
  },
  '@signet/sdk': {
    folder: 'packages/sdk',
    mayImport: ['@signet/token', '@signet/contracts'],
    browserSafe: true,
  },
  '@signet/server': { folder: 'apps/server', mayImport: serverRooms },
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
