import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that a bench started, with what it wrote so far (bounded) for when something goes wrong. */
export interface Started {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly output: () => string;
}

export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
}

const keptOutput = 16_384;
const patienceMs = 3_000;

/**
 * Every program that a bench starts, stopped at the end of the block that holds it (`await using`), and at once
 * when `signal` aborts (Ctrl-C).
 */
export class Children implements AsyncDisposable {
  readonly #signal: AbortSignal;
  readonly #started: Started[] = [];

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Starts `command`; rejects when the program is not there. */
  async start(command: Command): Promise<Started> {
    this.#signal.throwIfAborted();
    const child = spawn(command.program, command.arguments, {
      signal: this.#signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const started = { pid: await pidOf(child), child, output: collectOutput(child) };
    this.#started.push(started);
    return started;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#started.toReversed().map(({ child }) => stop(child)));
  }
}

async function pidOf(child: ChildProcess): Promise<number> {
  await once(child, 'spawn');
  // From here on an abort kills the child, and the wait that it interrupts reports it.
  child.on('error', () => undefined);
  if (child.pid === undefined) throw new Error('The program started without a process id.');
  return child.pid;
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-keptOutput);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = untilEnded(child);
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await ended;
  clearTimeout(insist);
}

/** Resolves when the program has ended, however that came; `once` would reject on an abort. */
export function untilEnded(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** True once the program has exited or was killed. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
