import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A program that a test or a bench started, with the last of what it wrote so far. */
export interface Started {
  readonly pid: number;
  readonly child: ChildProcess;
  /** To either output, for when something goes wrong. */
  readonly output: () => string;
  /** To standard output alone. */
  readonly printed: () => string;
  /** To standard error alone. */
  readonly errors: () => string;
  /** Resolves when the last program of the group that holds the output has ended. */
  readonly closed: Promise<unknown>;
  /** `kill -9` of the whole group: nothing in it gets to say another word. */
  kill(): Promise<void>;
}

export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  /** In place of this process's own. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Where it works; where this process does otherwise. */
  readonly folder?: string;
}

const keptOutput = 16_384;
const patienceMs = 5_000;

/**
 * Every program that a test or a bench starts, each the leader of its own process group, so that what it starts in turn
 * ends with it. Stopped at the end of the block that holds it (`await using`), and at once when `signal` aborts.
 */
export class Children implements AsyncDisposable {
  readonly #signal: AbortSignal;
  readonly #started: Started[] = [];

  constructor(signal: AbortSignal = new AbortController().signal) {
    this.#signal = signal;
  }

  /** Starts `command`; rejects when the program is not there. */
  async start(command: Command): Promise<Started> {
    this.#signal.throwIfAborted();
    const child = spawn(command.program, command.arguments, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: command.folder,
      env: command.environment,
    });
    const [printed, errors] = [collect(child.stdout), collect(child.stderr)];
    const output = collect(child.stdout, child.stderr);
    const closed = new Promise((resolve) => child.once('close', resolve));
    await once(child, 'spawn');
    const { pid } = child;
    if (pid === undefined) throw new Error('The program started without a process id.');
    const started = { pid, child, output, printed, errors, closed, kill: () => killGroup(pid, closed) };
    this.#started.push(started);
    this.#signal.addEventListener('abort', () => signalGroup(pid, 'SIGTERM'));
    return started;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#started.map(stop));
  }
}

function collect(...outputs: readonly Readable[]): () => string {
  let text = '';
  const keep = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-keptOutput);
  };
  for (const output of outputs) output.on('data', keep);
  return () => text;
}

/** Asks, waits until the whole group let go of its output, insists; then ends whatever is left. */
async function stop({ child, pid, closed }: Started): Promise<void> {
  signalGroup(pid, 'SIGTERM');
  const insist = setTimeout(signalGroup, patienceMs, pid, 'SIGKILL');
  await closed;
  clearTimeout(insist);
  if (!hasEnded(child)) await once(child, 'exit');
  signalGroup(pid, 'SIGKILL');
}

async function killGroup(leader: number, closed: Promise<unknown>): Promise<void> {
  signalGroup(leader, 'SIGKILL');
  await closed;
}

/** A group that is already gone has nothing to be told. */
function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** True once the program has exited or was killed. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
