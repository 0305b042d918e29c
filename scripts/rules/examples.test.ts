import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examplesIn, withClaims } from './examples.ts';
import { repositoryFiles, repositoryRoot } from './repository-files.ts';

/** Every `@example` in the sources runs, and comes to what it says. */
const folder = `${repositoryRoot}/.examples`;
const sources = repositoryFiles(/^packages\/.*\/src\/.*\.ts$/);
const examples = examplesIn(sources);

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program, which holds its claims itself. */
async function run(name: string, code: string): Promise<void> {
  const path = `${folder}/${name.replaceAll(/[^a-z0-9]+/gi, '-')}.ts`;
  const came = "import { expect } from 'vitest';\nconst came = (one, other) => expect(one).toEqual(other);\n";
  writeFileSync(path, `${came}${withClaims(code)}`);
  await import(/* @vite-ignore */ path);
}

describe('an example', () => {
  it.each(examples)('runs and comes to what it says: $name', async ({ name, code, claims }) => {
    expect(claims).toBeGreaterThan(0);
    await run(name, code);
  });

  it('that says something else is found', async () => {
    const [example] = examplesIn([
      { path: 'a.ts', text: '/**\n * @example\n * ```ts\n * 1 + 1; // → 3\n * ```\n */\n' },
    ]);
    await expect(run('wrong', example?.code ?? '')).rejects.toThrow('expected 2 to deeply equal 3');
  });
});

describe('each door of the token package', () => {
  const manifest: unknown = JSON.parse(repositoryFiles(/^packages\/token\/package\.json$/)[0]?.text ?? '');
  const doors = Object.entries((manifest as { readonly exports: Record<string, string> }).exports).filter(
    ([door]) => !door.startsWith('./testing'),
  );

  it('is a capability', () => {
    expect(doors.length).toBeGreaterThan(10);
    expect(doors.filter(([door, file]) => file !== `./src/${door.slice(2)}/index.ts`)).toEqual([]);
  });

  it.each(doors)('%s has an example that uses it', (door, file) => {
    const own = examples.filter(({ name }) => name.startsWith(`packages/token/${file.slice(2)}:`));
    expect(own.map(({ code }) => code).join('\n')).toContain(`'@signet/token/${door.slice(2)}'`);
  });
});
