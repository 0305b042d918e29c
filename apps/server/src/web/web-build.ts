import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { secretVariables } from '../options/options.ts';
import { compressTexts } from './compress-texts.ts';
import { putInPlace, stampOf, writeStamp } from './put-in-place.ts';

/** The folder of the web app, and what goes into it from other rooms. */
export interface WebSources {
  readonly folder: string;
  /** Files and folders whose change makes a new build necessary. */
  readonly inputs: readonly string[];
}

/** Where the sources stand in this repository. */
export function webSources(): WebSources {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@signet/web/package.json'));
  const packages = join(folder, '..', '..', 'packages');
  const own = [
    'src',
    'public',
    'learn',
    'libraries',
    'errors',
    'signin',
    'index.html',
    '404.html',
    'vite.config.ts',
    'build',
    'fetch-keys',
    'package.json',
  ].map((name) => join(folder, name));
  return {
    folder,
    inputs: [
      ...own,
      join(packages, '..', 'docs', 'errors'),
      ...['token', 'contracts', 'sdk'].map((room) => join(packages, room, 'src')),
    ],
  };
}

/**
 * Builds the web app when its sources are not those of the last build.
 * @param say Told what is going on, in pieces of one line.
 * @returns the folder to serve
 */
export async function buildWebWhenChanged(sources: WebSources, say: (text: string) => void): Promise<string> {
  const output = join(sources.folder, 'dist');
  const wanted = hashSources(sources);
  if (stampOf(output) === wanted) return output;
  const began = performance.now();
  say('Building the web app… ');
  const complaint = await replaceBuild(sources.folder, output, wanted);
  if (complaint !== undefined) {
    const old = existsSync(output)
      ? 'the one built before is served'
      : 'there is no web app until it is fixed';
    say(`it could not be built; ${old}.\n${complaint}\n`);
    return output;
  }
  say(`done in ${Math.round((performance.now() - began) / 1000)} s\n`);
  return output;
}

/** What the build complained of, or undefined. Built beside the old one and then put in its place, so that a failed or broken-off build leaves that as it was. */
async function replaceBuild(folder: string, output: string, stamp: string): Promise<string | undefined> {
  const draft = `${output}.${process.pid}`;
  try {
    const complaint = await runVite(folder, draft);
    if (complaint !== undefined) return complaint;
    compressTexts(draft);
    writeStamp(draft, stamp);
    putInPlace(draft, output);
    return undefined;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function runVite(folder: string, output: string): Promise<string | undefined> {
  const vite = join(
    dirname(createRequire(join(folder, 'package.json')).resolve('vite/package.json')),
    'bin/vite.js',
  );
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', output], {
    cwd: folder,
    // Whatever the server itself runs as: a reader is served the production build.
    env: { ...environmentWithoutSecrets(), NODE_ENV: 'production', NO_COLOR: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    complaint = (complaint + piece).slice(-8000);
  });
  const code = await new Promise((resolve, reject) => {
    child.stderr.on('error', reject);
    child.on('error', reject).once('close', resolve);
  });
  return code === 0 ? undefined : complaint;
}

function environmentWithoutSecrets(): NodeJS.ProcessEnv {
  const hidden: readonly string[] = secretVariables;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !hidden.includes(name)));
}

/** SHA-256 over names (from the app's folder on) and contents, in the order of the names. */
function hashSources({ folder, inputs }: WebSources): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesIn).sort()) {
    const name = relative(folder, file);
    const content = readFileSync(file);
    hash.update(`${name.length}:${name}:${content.length}:`).update(content);
  }
  return hash.digest('hex');
}

function filesIn(path: string): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
