import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface GuardedCommand {
  readonly command: string;
  readonly parameters: readonly string[];
  /** Removed once the command has ended. */
  readonly folder: string;
  readonly stopSignal: 'INT' | 'TERM';
  /** A line of the output that says that the server answers. */
  readonly ready: RegExp;
  readonly uid?: number;
  readonly gid?: number;
}

export interface GuardedProcess {
  /** Ends the server and resolves when it is gone, and its folder with it. */
  stop(): Promise<void>;
}

/**
 * A shell that keeps the server as long as somebody holds its standard input. When the tests end, even by
 * `kill -9`, the system closes the pipe, and the guard ends the server and removes its folder.
 */
const guard = `
  folder=$1; signal=$2; shift 2
  "$@" </dev/null & server=$!
  cat >/dev/null
  kill -s "$signal" "$server" 2>/dev/null
  wait "$server"
  cd / && rm -rf "$folder"
`;

/** What a server says when it will not start. PostgreSQL says the word also to clients that come before it is ready. */
const fatal =
  /FATAL(?!: {2}the database system is (starting up|not yet accepting connections))|Failed listening|# Fatal|Syntax error|Configuration Failed/;

/** Starts a server under guard; resolves when it says that it is ready, rejects with its output when it ends. */
export async function startGuarded(started: GuardedCommand): Promise<GuardedProcess> {
  const { command, parameters, folder, stopSignal, ready, uid, gid } = started;
  const shell = spawn('sh', ['-c', guard, 'sh', folder, stopSignal, command, ...parameters], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    // A terminal's Ctrl-C goes to the whole group; the guard has to live on to end the server.
    detached: true,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  await untilReady(shell, ready);
  return { stop: () => stop(shell) };
}

async function untilReady(shell: ChildProcess, ready: RegExp): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let output = '';
  const listen = (chunk: Buffer): void => {
    // Read on after the start as well: a full pipe would stop the server.
    output = (output + chunk).slice(-8000);
    if (ready.test(output)) resolve();
    if (fatal.test(output)) reject(new Error(`It did not start:\n${output}`));
  };
  shell.stdout?.on('data', listen);
  shell.stderr?.on('data', listen);
  shell.once('error', reject);
  shell.once('exit', () => reject(new Error(`The server ended at its start:\n${output}`)));
  try {
    await promise;
  } catch (error) {
    await stop(shell);
    throw error;
  }
}

async function stop(shell: ChildProcess): Promise<void> {
  if (shell.exitCode !== null || shell.signalCode !== null || shell.pid === undefined) return;
  const gone = once(shell, 'exit');
  shell.stdin?.end();
  await gone;
}
