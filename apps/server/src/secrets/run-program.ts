import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { secretVariables } from '../options/options.ts';
import { systemErrorCode } from '../startup/system-error-code.ts';

export interface ProgramRun {
  readonly program: string;
  readonly words: readonly string[];
  /** Where it runs. */
  readonly folder: string;
  /** Ends it, with all that it started. */
  readonly signal: AbortSignal;
  /** Bytes; one that prints more is ended. */
  readonly longestOutput: number;
  /** What it gets besides what we inherited without our secrets. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What it reads; without it nothing. */
  readonly input?: Uint8Array;
  /** How much of what it complains of is kept, in bytes; without it nothing is read. */
  readonly longestComplaint?: number;
}

export interface ProgramEnd {
  /** Why it did not end well: a system's word such as `ENOENT`, `ETIMEDOUT`, `ENOBUFS`, or how it ended. */
  readonly failure: string | undefined;
  readonly printed: Buffer;
  readonly complaint: string;
}

/**
 * Runs a program to its end. No shell reads its words. It inherits none of our secrets, and leads a process group of its
 * own, which is ended as a whole, so that nothing that it started goes on. Never rejects.
 */
export async function runProgram(run: ProgramRun): Promise<ProgramEnd> {
  const nothing = { printed: Buffer.alloc(0), complaint: '' };
  if (run.signal.aborted) return { failure: 'ETIMEDOUT', ...nothing };
  let ended: string | undefined;
  try {
    const child = spawn(run.program, run.words, {
      cwd: run.folder,
      env: { ...withoutSecrets(process.env), ...run.variables },
      detached: process.platform !== 'win32',
      stdio: [
        run.input === undefined ? 'ignore' : 'pipe',
        'pipe',
        run.longestComplaint === undefined ? 'ignore' : 'pipe',
      ],
    });
    const end = (reason: string) => {
      ended ??= reason;
      endGroup(child);
    };
    const late = () => end('ETIMEDOUT');
    run.signal.addEventListener('abort', late, { once: true });
    // One that ends before it has read everything says why by how it ended.
    child.stdin?.on('error', () => undefined).end(run.input);
    try {
      const [printed, complaint, [status, signal]] = await Promise.all([
        readAtMost(child.stdout, run.longestOutput, () => end('ENOBUFS')),
        readAtMost(child.stderr, run.longestComplaint ?? 0, () => undefined),
        once(child, 'close') as Promise<[number | null, string | null]>,
      ]);
      const failure =
        status === 0 ? undefined : status === null ? `ended by ${signal}` : `exit code ${status}`;
      return { failure: ended ?? failure, printed, complaint: complaint.toString('utf8') };
    } finally {
      run.signal.removeEventListener('abort', late);
    }
  } catch (error) {
    return { failure: ended ?? systemErrorCode(error) ?? 'something else', ...nothing };
  }
}

/** What comes, up to the longest that is taken; `tooMuch` is told once it is longer. */
function readAtMost(
  output: NodeJS.ReadableStream | null,
  longest: number,
  tooMuch: () => void,
): Promise<Buffer> {
  if (output === null) return Promise.resolve(Buffer.alloc(0));
  const pieces: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    output.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > longest) tooMuch();
      else pieces.push(piece);
    });
    output.on('close', () => resolve(Buffer.concat(pieces)));
  });
}

function endGroup(child: ChildProcess): void {
  killGroup(child.pid, () => child.kill('SIGKILL'));
  // Whoever left the group could hold the pipes open.
  child.stdout?.destroy();
  child.stderr?.destroy();
}

/** Windows has no process groups; there the program alone is ended. */
function killGroup(leader: number | undefined, otherwise: () => void): void {
  try {
    if (leader === undefined || process.platform === 'win32') otherwise();
    else process.kill(-leader, 'SIGKILL');
  } catch {
    // Already gone, all of it.
    otherwise();
  }
}

function withoutSecrets(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const hidden: readonly string[] = secretVariables;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !hidden.includes(name)));
}
