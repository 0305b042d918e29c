import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from './repository-files.ts';

/** Who serves and who calls: type-checked here against a table from which all endpoints but one are gone. */
const folder = `${repositoryRoot}/scripts/node_modules/.cache/deleted-endpoints`;
const table = `${folder}/contracts/api/exchanges.ts`;
const left = 'readKeys';

const programs = [
  'packages/identity/src/index.ts',
  'packages/control/src/index.ts',
  'packages/sdk/src/client/index.ts',
  'apps/server/src/control-server/own-endpoints.ts',
  'apps/server/src/testing/session.ts',
  'apps/cli/src/program.ts',
  'apps/web/src/parts/session/ask-signet.ts',
  'apps/web/src/features/debugger/reference/model/fetch-record.ts',
  'bench/src/server/identity-client.ts',
];

const configuration = {
  extends: `${repositoryRoot}/tsconfig.base.json`,
  compilerOptions: {
    composite: false,
    declaration: false,
    emitDeclarationOnly: false,
    noEmit: true,
    rootDir: repositoryRoot,
    isolatedDeclarations: false,
    lib: ['esnext', 'dom', 'dom.iterable'],
    jsx: 'react-jsx',
    paths: { '@signet/contracts': ['./contracts/index.ts'] },
  },
  files: ['./contracts/index.ts', ...programs.map((file) => `${repositoryRoot}/${file}`)],
};

let complaints: readonly string[] = [];

beforeAll(() => {
  cpSync(`${repositoryRoot}/packages/contracts/src`, `${folder}/contracts`, { recursive: true });
  writeFileSync(table, withoutEndpoints(readFileSync(table, 'utf8')));
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(configuration));
  complaints = typeErrors();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function withoutEndpoints(text: string): string {
  const row = /^ {2}readonly (\w{1,40}): \{ .{1,200} \};$/;
  return text
    .split('\n')
    .filter((line) => (row.exec(line)?.[1] ?? left) === left)
    .join('\n');
}

function typeErrors(): readonly string[] {
  try {
    // Two checkers would each learn all types anew, beside other tests.
    execFileSync('npx', ['--no', '--', 'tsc', '-p', folder, '--checkers', '1'], {
      cwd: repositoryRoot,
      stdio: 'pipe',
    });
    return [];
  } catch (error) {
    const said = String((error as { stdout?: unknown }).stdout ?? '');
    if (!said.includes('error TS')) throw error;
    return said.split('\n').filter((line) => line.includes('error TS'));
  }
}

describe('an endpoint that is deleted from the table', () => {
  it.each([
    ['login', 'packages/identity/src/login/routes.ts'],
    ['refresh', 'packages/identity/src/refresh/routes.ts'],
    ['logout', 'packages/identity/src/logout/routes.ts'],
    ['readDiscovery', 'packages/identity/src/keys/routes.ts'],
    ['explain', 'packages/control/src/handlers/explain-request.ts'],
    ['listRecords', 'packages/control/src/handlers/list-records.ts'],
    ['addUser', 'packages/control/src/handlers/users.ts'],
    ['listUsers', 'packages/control/src/handlers/users.ts'],
    ['revoke', 'packages/control/src/handlers/revoke-target.ts'],
    ['showConfiguration', 'packages/control/src/handlers/server-state.ts'],
    ['listGateways', 'packages/control/src/handlers/server-state.ts'],
  ])('breaks its server: %s', (name, file) => {
    expect(complaints).toContainEqual(expect.stringMatching(complaintOf(name, file)));
  });

  it.each([
    ['login', 'apps/cli/src/commands/login.ts'],
    ['refresh', 'apps/cli/src/session/fresh-session.ts'],
    ['logout', 'apps/cli/src/commands/logout.ts'],
    ['explain', 'apps/cli/src/commands/explain.ts'],
    ['addUser', 'apps/cli/src/commands/user/add.ts'],
    ['listUsers', 'apps/cli/src/commands/user/list.ts'],
    ['revoke', 'apps/cli/src/commands/revoke.ts'],
    ['logout', 'apps/web/src/parts/session/ask-signet.ts'],
    ['readDiscovery', 'apps/web/src/parts/session/ask-signet.ts'],
    ['login', 'apps/server/src/testing/session.ts'],
    ['login', 'bench/src/server/identity-client.ts'],
  ])('breaks its client: %s in %s', (name, file) => {
    expect(complaints).toContainEqual(expect.stringMatching(complaintOf(name, file)));
  });

  it.each([
    'apps/server/src/control-server/own-endpoints.ts',
    'apps/web/src/features/debugger/reference/model/fetch-record.ts',
    'contracts/api/addresses.ts',
    'contracts/api/endpoints.ts',
  ])('breaks %s, which does not name it where it breaks', (file) => {
    expect(complaints).toContainEqual(expect.stringContaining(`${file}(`));
  });
});

/** The compiler's line names the file and the endpoint. */
function complaintOf(name: string, file: string): RegExp {
  return new RegExp(`${file.replaceAll('.', '\\.')}\\(.*['"]${name}['"]`);
}
