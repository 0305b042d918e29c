import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { type Ran, type RunningSignet, startSignet } from '@signet/testing/signet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandTable } from './completion/command-table.ts';
import { createContext } from './context.ts';
import { createProgram } from './program.ts';
import { putCommand } from './testing/command-in-process.ts';
import { examplesIn, expectedCode, holdTo } from './testing/documented.ts';
import { runInProcess } from './testing/run-in-process.ts';

const page = (name: string): string =>
  readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), 'utf8');

/** The second goes on with the files that the first one made. */
const text = page('command-line') + page('auditing');
const folder = temporaryFolder();
let command: AsyncDisposable;
beforeAll(async () => {
  command = await putCommand(folder.path);
});
afterAll(async () => {
  await command[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** A line of the documentation in bash, as a reader would type it. */
function type(line: string): Promise<Ran> {
  const { promise, resolve } = Promise.withResolvers<Ran>();
  const ours = /^(SIGNET_|NO_COLOR$)/;
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  const env = { ...environment, PATH: [folder.path, process.env['PATH']].join(delimiter) };
  const words = ['--norc', '-o', 'pipefail', '-c', line];
  const child = execFile('bash', words, { cwd: folder.path, env }, (error, out, err) => {
    resolve({ code: error === null ? 0 : Number(error.code), out, err });
  });
  child.stdin?.end();
  return promise;
}

describe('the documentation of the command line', () => {
  it.each(examplesIn(text, ''))('$line', async (example) => {
    holdTo(example, await type(example.line));
  });

  describe('where a server runs', () => {
    let server: RunningSignet;

    beforeAll(async () => {
      server = await startSignet({ dataFolder: join(folder.path, 'data') });
      writeFileSync(join(folder.path, 'password.txt'), `${server.password('demo')}\n`);
    });

    afterAll(() => server.stop());

    it.each(examplesIn(text, ' server'))('$line', async (example) => {
      holdTo(example, await type(example.line.replace('http://127.0.0.1:8080', server.gateway)));
    });
  });

  it('says what is printed by every line that is refused', () => {
    const examples = [...examplesIn(text, ''), ...examplesIn(text, ' server')];
    const refused = examples.filter(({ line }) => expectedCode(line) !== 0);
    expect(refused.length).toBeGreaterThan(5);
    expect(refused.filter(({ printed }) => printed.length === 0)).toEqual([]);
  });

  it('has an example of every command', () => {
    for (const at of leaves()) expect(text).toContain(`signet ${at}`);
  });
});

describe('the help', () => {
  it.each(leaves())('of %s has an example, and keeps to the width of the terminal', async (at) => {
    const ran = await runInProcess([...at.split(' '), '--help'], { width: 80 });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/Examples?:\n {2}\S/);
    for (const line of ran.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

/** The commands that do something. */
function leaves(): readonly string[] {
  const terminal = {
    input: process.stdin,
    out: () => undefined,
    err: () => undefined,
    drained: async () => undefined,
  };
  const context = createContext(
    { ...terminal, colourOut: false, colourErr: false, peopleRead: false, width: 80 },
    {},
    Date.now,
  );
  const table = commandTable(createProgram(context, () => undefined));
  return table.filter(({ commands }) => commands.length === 0).map(({ at }) => at);
}
