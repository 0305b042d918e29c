import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../machine/temporary-folder.ts';
import { Children } from '../processes/children.ts';
import { untilPrinted } from '../processes/until-printed.ts';
import { cleanEnvironment, root } from './commands.ts';

/** Signet as `npm start` brings it up, on free ports and a fresh data folder. */
export interface SignetOfReadme {
  readonly web: string;
  readonly gateway: string;
  /** What start-up printed beside the names `admin` and `demo`. */
  readonly passwords: Readonly<Record<string, string>>;
  /** Everything start-up printed, in order. */
  readonly printed: readonly string[];
  /** Runs a command of the README in a shell; `input` goes to its standard input. */
  run(command: string, input?: string): Promise<ShellRun>;
  stop(): Promise<void>;
}

export interface ShellRun {
  readonly code: number;
  readonly output: string;
}

/** Starts it as the README says, and reads what it prints as a person would. */
export async function startAsReadme(): Promise<SignetOfReadme> {
  const folder = temporaryFolder();
  const children = new Children();
  const environment = {
    ...cleanEnvironment(),
    SIGNET_DATA: folder.path,
    SIGNET_PORT: '0',
    SIGNET_GATEWAY_PORT: '0',
    SIGNET_LOG_LEVEL: 'error',
    NO_COLOR: '1',
  };
  const started = await children.start({
    program: 'npm',
    arguments: ['start', '--silent'],
    folder: root,
    environment,
  });
  const printed = (await untilPrinted(started, /^Stop with.*\n/m)).split('\n');
  const { issuer, gatewayOrigin } = JSON.parse(readFileSync(join(folder.path, 'server.json'), 'utf8'));
  return {
    web: issuer,
    gateway: gatewayOrigin,
    passwords: passwordsIn(printed),
    printed,
    run: (command, input = '') => runInShell(command, input, environment),
    stop: async () => {
      await children[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

function passwordsIn(printed: readonly string[]): Readonly<Record<string, string>> {
  const pairs = printed.flatMap((line) => {
    const match = /^\s+(admin|demo)\s+(\S+)/.exec(line);
    return match?.[1] === undefined || match[2] === undefined ? [] : [[match[1], match[2]] as const];
  });
  return Object.fromEntries(pairs);
}

function runInShell(command: string, input: string, environment: NodeJS.ProcessEnv): Promise<ShellRun> {
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
