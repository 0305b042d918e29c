import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examplesIn } from './examples.ts';
import { repositoryFiles, repositoryRoot } from './repository-files.ts';

/** Every fenced `ts` block of the documentation, and every `@example`, is a module that type-checks against the sources. */
const folder = `${repositoryRoot}/.docs-code`;

const fenced = repositoryFiles(/^(README|docs\/.*|packages\/.*\/README)\.md$/).flatMap(({ path, text }) =>
  [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => ({
    name: `${path}:${text.slice(0, match.index).split('\n').length}`,
    code: match[1] ?? '',
  })),
);
const examples = examplesIn(repositoryFiles(/^packages\/.*\/src\/.*\.ts$/));

const blocks = [...fenced, ...examples].map(({ name, code }) => ({
  name: `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.ts`,
  code,
}));

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const { name, code } of blocks) writeFileSync(`${folder}/${name}`, `${code}\nexport {};\n`);
  configure('tsconfig', ['*.ts']);
});

function configure(name: string, include: readonly string[]): void {
  const configuration = {
    extends: '../tsconfig.base.json',
    compilerOptions: {
      lib: ['esnext', 'dom'],
      composite: false,
      declaration: false,
      emitDeclarationOnly: false,
      noEmit: true,
      noUnusedLocals: false,
      isolatedDeclarations: false,
    },
    include,
  };
  writeFileSync(`${folder}/${name}.json`, JSON.stringify(configuration));
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('type-checks every ts block of the documentation and every example', () => {
  expect(fenced.length).toBeGreaterThan(0);
  expect(examples.length).toBeGreaterThan(0);
  expect(typeErrors('tsconfig')).toBe('');
});

it('would catch a block that does not type-check', () => {
  writeFileSync(`${folder}/canary.ts`, "const count: number = 'three';\nexport {};\n");
  configure('canary', ['canary.ts']);
  expect(typeErrors('canary')).toContain('canary.ts');
  rmSync(`${folder}/canary.ts`);
});

/** What the compiler says of the blocks of a configuration; an empty string when it is content. */
function typeErrors(name: string): string {
  try {
    execFileSync('npx', ['--no', '--', 'tsc', '-p', `${folder}/${name}.json`], {
      cwd: repositoryRoot,
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    const said = String((error as { stdout?: unknown }).stdout ?? '');
    if (!said.includes('error TS')) throw error;
    return said;
  }
}
