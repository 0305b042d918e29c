import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { cleanEnvironment, launcher } from './commands.ts';

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
  const [program, ...before] = options.by ?? [process.execPath, launcher];
  const child = spawn(program, [...before, ...words], {
    env: { ...cleanEnvironment(), ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(options.input ?? '');
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, out, err };
}
