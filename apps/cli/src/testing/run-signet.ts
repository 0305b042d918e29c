import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The launcher, as it stands in the repository. */
export const launcher: string = fileURLToPath(new URL('../../bin/signet.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** The program to call and what goes before the words; the launcher by this Node otherwise. */
  readonly by?: readonly [string, ...string[]];
}

/** Runs the real command in a process of its own. */
export async function runSignet(words: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = spawnSignet(words, options);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, out, err };
}

export function spawnSignet(
  words: readonly string[],
  options: RunOptions = {},
): ChildProcessWithoutNullStreams {
  const [program, ...before] = options.by ?? [process.execPath, launcher];
  const child = spawn(program, [...before, ...words], {
    env: { ...cleanEnvironment(), ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(options.input ?? '');
  return child;
}

/** A server that the command started, and what its first line said. */
export interface StartedServer {
  readonly web: string;
  readonly gateway: string;
  readonly credentials: readonly { readonly username: string; readonly password: string }[];
  readonly process: ChildProcessWithoutNullStreams;
}

export async function startServer(dataFolder: string): Promise<StartedServer> {
  const words = ['start', '--json', '--port', '0', '--gateway-port', '0', '--data', dataFolder];
  const child = spawnSignet(words);
  const errors = text(child.stderr);
  const ended = once(child, 'close').then(async () => {
    throw new Error(`The server ended: ${await errors}`);
  });
  const line = once(createInterface({ input: child.stdout }), 'line');
  const [first] = await Promise.race([line, ended]);
  return { ...(JSON.parse(String(first)) as Omit<StartedServer, 'process'>), process: child };
}

/** A folder that goes when its variable does. */
export function temporaryFolder(): { readonly path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), 'signet-cli-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Nothing of the developer's own Signet reaches the tests. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(SIGNET_|DATABASE_URL$|REDIS_URL$|NO_COLOR$|FORCE_COLOR$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
