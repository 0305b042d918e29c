import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TemporaryFolder, temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorsOf, readManifest, room } from './doors.ts';

/* The package as an app gets it: packed, installed outside this repository without a network, type-checked and run. */

const consumers = fileURLToPath(new URL('testing/consumer', import.meta.url));
const repository = join(room, '../..');
const said: Readonly<Record<string, string>> = {
  admin: '3 parts\n',
  browser: 'Bearer eyJ, true, false\n',
  client: 'credentials_invalid, status 502\n',
  server: 'hello ada, scope_missing\n',
  service:
    '200: /oauth/token proof, /orders Bearer t1, /oauth/token proof, /orders Bearer t3; AnswerNotUnderstood\n',
};

/** What the machine has, which need not be the Node that this repository pins. */
const plainPath = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((entry) => !entry.includes('node_modules'))
  .join(delimiter);

let folder: TemporaryFolder;
let app: string;

function run(cwd: string, program: string, ...words: readonly string[]): string {
  const env = { ...process.env, PATH: plainPath };
  return execFileSync(program, words, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function typeCheck(): string {
  try {
    return run(app, join(repository, 'node_modules/.bin/tsc'), '-p', 'tsconfig.json');
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

beforeAll(() => {
  folder = temporaryFolder();
  app = join(folder.path, 'app');
  const built = join(folder.path, 'built');
  execFileSync(process.execPath, [join(room, 'build/build.ts'), built], { stdio: 'pipe' });
  const others = Object.keys(readManifest(join(built, 'package.json')).dependencies ?? {});
  const packed = [built, ...others.map((name) => join(repository, 'node_modules', name))];
  run(folder.path, 'npm', 'pack', '--silent', '--ignore-scripts', ...packed);
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{ "name": "app", "private": true, "type": "module" }');
  const archives = readdirSync(folder.path).filter((name) => name.endsWith('.tgz'));
  const quiet = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  run(app, 'npm', 'install', ...quiet, ...archives.map((name) => `../${name}`));
  cpSync(consumers, join(app, 'src'), { recursive: true });
  const compilerOptions = {
    target: 'esnext',
    module: 'nodenext',
    strict: true,
    // Declarations of ours are checked as well.
    skipLibCheck: false,
    types: ['node'],
    typeRoots: [join(repository, 'node_modules/@types')],
    outDir: 'run',
    rootDir: 'src',
  };
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
});

afterAll(() => folder[Symbol.dispose]());

describe('the package as an app installs it', () => {
  it('has each door of the room, and no file in TypeScript but its declarations', () => {
    const installed = join(app, 'node_modules/@signet/sdk');
    const manifest = readManifest(join(installed, 'package.json'));
    expect(Object.keys(manifest.exports ?? {})).toEqual(
      [...doorsOf(readManifest(join(room, 'package.json'))).keys()].map((door) => `./${door}`),
    );
    expect(Object.keys(said).map((door) => `./${door}`)).toEqual(Object.keys(manifest.exports ?? {}));
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))).toEqual([]);
    expect(files.filter((file) => file.includes('test'))).toEqual([]);
  });

  it('names in no file a room of this repository, nor a path of the machine that built it', () => {
    const installed = join(app, 'node_modules/@signet/sdk');
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(js|d\.ts|json)$/.test(file),
    );
    const naming = files.filter((file) => {
      const text = readFileSync(join(installed, file), 'utf8');
      const foreign = /^(?:import|export)[^;]*from ?['"]@signet\//m.test(text);
      return foreign || text.includes(repository) || text.includes('file://');
    });
    expect(naming).toEqual([]);
  });

  it('uses nothing that the oldest Node it names does not have', () => {
    const newer =
      /\.(?:toHex|toBase64|setFromHex|setFromBase64|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(|\b(?:URL\.parse|Uint8Array\.from(?:Hex|Base64)|Promise\.(?:withResolvers|try)|(?:Map|Object)\.groupBy|Array\.fromAsync|RegExp\.escape|Error\.isError|Iterator\.)|^\s*(?:await )?using /m;
    const installed = join(app, 'node_modules/@signet/sdk');
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    const scripts = files.filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.map((file) => newer.exec(readFileSync(join(installed, file), 'utf8'))?.[0] ?? '')).toEqual(
      scripts.map(() => ''),
    );
  });

  it('depends on exact versions of packages that others keep, and on none of ours', () => {
    const { dependencies = {} } = readManifest(join(app, 'node_modules/@signet/sdk/package.json'));
    expect(Object.keys(dependencies)).toEqual(['@marcbachmann/cel-js', 'jose', 'zod']);
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('type-checks in an app, and tells it of a mistake', () => {
    expect(typeCheck()).toBe('');
    const wrong =
      "import { createVerifier } from '@signet/sdk/server';\ncreateVerifier({ issuer: 1, audience: '' });\n";
    writeFileSync(join(app, 'src/wrong.ts'), wrong);
    expect(typeCheck()).toContain("Type 'number' is not assignable to type 'string'");
  });

  it.each(Object.entries(said))('runs the door %s on the Node of the machine', (door, answer) => {
    expect(run(app, 'node', join('run', `${door}.js`))).toBe(answer);
  });
});
