import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importCircles } from './import-circles.ts';
import { importViolations } from './import-rules.ts';
import { repositoryFiles, repositoryRoot } from './repository-files.ts';
import { rooms } from './rooms.ts';

const sources = repositoryFiles(/^(packages|apps|testing)\/.*\.(ts|tsx|js)$/);

describe('import rules', () => {
  it('hold for every source file', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(importViolations(sources)).toEqual([]);
  });

  it('name every room that has a package.json, by its own name', () => {
    const found = repositoryFiles(/^((packages|apps)\/[^/]+|testing)\/package\.json$/).map(
      ({ path, text }) => [JSON.parse(text).name as string, path.replace('/package.json', '')],
    );
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(rooms).map(([name, { folder }]) => [name, folder])),
    );
  });

  it('hold for declared dependencies too', () => {
    for (const [name, room] of Object.entries(rooms)) {
      const manifest = JSON.parse(readFileSync(`${repositoryRoot}/${room.folder}/package.json`, 'utf8'));
      const allowed = [...room.mayImport, ...(room.portsOf ?? [])];
      const ours = Object.keys(manifest.dependencies ?? {}).filter((dependency) =>
        dependency.startsWith('@signet/'),
      );
      // The server builds and serves the web app as files, without importing it.
      const surplus = ours.filter(
        (dependency) => !allowed.includes(dependency) && dependency !== '@signet/web',
      );
      expect({ name, surplus }).toEqual({ name, surplus: [] });
    }
  });
});

describe('circles', () => {
  const folders = Object.values(rooms).map(({ folder }) => folder);

  it.each(folders)('are none in %s, of types neither', (folder) => {
    expect(importCircles(sources.filter(({ path }) => path.startsWith(`${folder}/`)))).toEqual([]);
  });

  it('would be found', () => {
    const found = importCircles([
      { path: 'apps/web/src/a.ts', text: "import type { B } from './b.ts';" },
      { path: 'apps/web/src/b.ts', text: "const c = await import('./c.ts');" },
      { path: 'apps/web/src/c.ts', text: "export { a } from './a.ts';" },
      { path: 'apps/web/src/d.ts', text: "import { a } from './a.ts';" },
    ]);
    expect(found).toEqual([['apps/web/src/a.ts', 'apps/web/src/b.ts', 'apps/web/src/c.ts']]);
  });
});

describe('the canary', () => {
  const seeded: readonly (readonly [string, string, string])[] = [
    ['packages/token/src/a.ts', "import { newId } from '@signet/contracts';", 'imports @signet/contracts'],
    ['packages/token/src/a.ts', "import { readFileSync } from 'node:fs';", 'also runs in a browser'],
    [
      'packages/gateway/src/a.ts',
      "export type { Account } from '@signet/identity/ports';",
      'imports @signet/identity',
    ],
    ['packages/gateway/src/a.ts', "const x = await import('@signet/store');", 'imports @signet/store'],
    [
      'packages/store/src/a.ts',
      "import { createGateway } from '@signet/gateway';",
      'imports @signet/gateway',
    ],
    [
      'packages/store/src/a.ts',
      "import type { Identity } from '@signet/identity';",
      'packages/store may import @signet/contracts, @signet/identity/ports',
    ],
    [
      'packages/store/src/a.ts',
      "import { sessionStoreContract } from '@signet/identity/ports/contracts';",
      'which is for tests',
    ],
    ['apps/server/src/a.ts', "import { noon } from '@signet/contracts/testing';", 'which is for tests'],
    ['apps/server/src/a.ts', "import { startSignet } from '@signet/testing/signet';", 'which is for tests'],
    ['testing/src/a.ts', "import { start } from '@signet/server';", 'testing may import nothing of ours'],
    ['packages/store/src/a.ts', "import { token } from '../../token/src/parse/index.ts';", 'by its name'],
    ['packages/identity/src/a.ts', 'const home = process.env.HOME;', 'reads the environment'],
    ['packages/identity/src/utils/a.ts', 'export {};', 'give the piece its own name'],
    [
      'apps/web/src/features/learn/a.tsx',
      "import { x } from '../debugger/x.ts';",
      'imports debugger from learn',
    ],
    ['apps/web/src/parts/session/a.ts', "import { x } from '../../features/learn/x.ts';", 'imports features'],
    ['apps/web/src/ui/field/a.tsx', "import { x } from '../../parts/session/x.ts';", 'imports parts from ui'],
    ['apps/web/src/parts/token-view/a.ts', "import { x } from '../session/x.ts';", 'imports session'],
    ['apps/web/src/app/learn/a.tsx', "import { x } from '../debugger/x.ts';", 'imports debugger from learn'],
    [
      'apps/web/src/app/learn/a.tsx',
      "import { x } from '../../features/debugger/x.ts';",
      'imports feature debugger from the entry learn',
    ],
    [
      'apps/web/src/features/debugger/sign/a.ts',
      "import type { X } from '../inspect/x.ts';",
      'imports inspect from sign',
    ],
    [
      'apps/web/src/features/debugger/sign/a.ts',
      "const x = await import('../debugger-page.tsx');",
      'is not imported',
    ],
    ['apps/web/src/widgets/a.ts', 'export {};', 'does not name'],
  ];

  it.each(seeded)('is caught in %s: %s', (path, text, complaint) => {
    const violations = importViolations([{ path, text }]);
    expect(violations).toHaveLength(1);
    expect(violations[0]).toContain(complaint);
  });

  it('lets the tests of the server ask it with the client, and nothing else of it', () => {
    const text = "import { createClient } from '@signet/sdk/client';";
    const complaints = ['testing/a.ts', 'a.test.ts', 'a.ts'].map(
      (path) => importViolations([{ path: `apps/server/src/${path}`, text }]).length,
    );
    expect(complaints).toEqual([0, 0, 1]);
  });

  it('lets the store name what stands in the ports of the rooms that it serves, and its tests their suites', () => {
    const rule = "import { decideRotation } from '@signet/identity/ports';";
    const suite = "import { sessionStoreContract } from '@signet/identity/ports/contracts';";
    expect(
      importViolations([
        { path: 'packages/store/src/a.ts', text: rule },
        { path: 'packages/store/src/a.test.ts', text: suite },
      ]),
    ).toEqual([]);
  });
});
