import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('../../..', import.meta.url));

/** Signet as `npm start` brings it up, on free ports and a fresh data folder. */
export interface SignetUnderTest {
  readonly web: string;
  readonly gateway: string;
  /** What start-up printed beside the names `admin` and `demo`. */
  readonly passwords: Readonly<Record<string, string>>;
  /** Everything start-up printed, in order. */
  readonly printed: readonly string[];
  /** Runs a command of the README in a shell; `input` goes to its standard input. */
  run(command: string, input?: string): Promise<Run>;
  stop(): Promise<void>;
}

export interface Run {
  readonly code: number;
  readonly output: string;
}

export async function startSignet(): Promise<SignetUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'signet-journey-'));
  const environment = {
    ...process.env,
    SIGNET_DATA: folder,
    SIGNET_PORT: '0',
    SIGNET_GATEWAY_PORT: '0',
    SIGNET_LOG_LEVEL: 'error',
    NO_COLOR: '1',
  };
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const printed = await printedUntil(child, /^Stop with/);
  const { issuer, gatewayOrigin } = JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'));
  return {
    web: issuer,
    gateway: gatewayOrigin,
    passwords: passwordsIn(printed),
    printed,
    run: (command, input = '') => runInShell(command, input, environment),
    stop: async () => {
      await endGroup(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function printedUntil(child: ChildProcess, last: RegExp): Promise<readonly string[]> {
  if (child.stdout === null) throw new Error('The start-up message is read from standard output.');
  const printed: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    if (last.test(line)) return printed;
  }
  throw new Error(`npm start ended early:\n${printed.join('\n')}`);
}

function passwordsIn(printed: readonly string[]): Readonly<Record<string, string>> {
  const pairs = printed.flatMap((line) => {
    const match = /^\s+(admin|demo)\s+(\S+)/.exec(line);
    return match?.[1] === undefined || match[2] === undefined ? [] : [[match[1], match[2]] as const];
  });
  return Object.fromEntries(pairs);
}

function runInShell(command: string, input: string, environment: NodeJS.ProcessEnv): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      'sh',
      ['-c', command],
      { cwd: root, env: environment },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), output: `${stdout}${stderr}` });
      },
    );
    child.stdin?.end(input);
  });
}

/** npm starts a shell that starts Node: the signal is for all of them. */
async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const exited = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await exited;
}
