import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that a bench started, with what it wrote so far (bounded) for when something goes wrong. */
export interface Started {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly output: () => string;
}

/** `closed` resolves when the last program of the group that holds the output has ended. */
interface Held extends Started {
  readonly closed: Promise<unknown>;
}

export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
}

const keptOutput = 16_384;
const patienceMs = 5_000;

/**
 * Every program that a bench starts, each the leader of its own process group, so that what it starts in turn
 * ends with it. Stopped at the end of the block that holds it (`await using`), and at once when `signal` aborts.
 */
export class Children implements AsyncDisposable {
  readonly #signal: AbortSignal;
  readonly #started: Held[] = [];

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Starts `command`; rejects when the program is not there. */
  async start(command: Command): Promise<Started> {
    this.#signal.throwIfAborted();
    const child = spawn(command.program, command.arguments, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = collectOutput(child);
    const closed = new Promise((resolve) => child.once('close', resolve));
    await once(child, 'spawn');
    if (child.pid === undefined) throw new Error('The program started without a process id.');
    const started = { pid: child.pid, child, output };
    this.#started.push({ ...started, closed });
    this.#signal.addEventListener('abort', () => signalGroup(started.pid, 'SIGTERM'));
    return started;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#started.map(stop));
  }
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

/** Asks, waits until the whole group let go of its output, insists; then ends whatever is left. */
async function stop({ child, pid, closed }: Held): Promise<void> {
  signalGroup(pid, 'SIGTERM');
  const insist = setTimeout(signalGroup, patienceMs, pid, 'SIGKILL');
  await closed;
  clearTimeout(insist);
  if (!hasEnded(child)) await once(child, 'exit');
  signalGroup(pid, 'SIGKILL');
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
