import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { refusal, SignetError } from '@signet/contracts';
import { secretVariables } from '../options/options.ts';
import { systemErrorCode } from '../startup/system-error-code.ts';

/** Bytes. */
const longestOutput = 64 * 1024;
const usualSeconds = 10;

/**
 * What a command prints. No shell reads it: it is split at spaces, so that nothing in it is run that was not meant. It
 * inherits none of our secrets, and nothing that it prints stands in a refusal. It leads a process group of its own,
 * which is ended as a whole, so that nothing that it started goes on.
 * @throws SignetError `secret_unreadable`
 */
export async function runSecretCommand(
  command: string,
  { folder, seconds = usualSeconds }: { readonly folder: string; readonly seconds?: number },
): Promise<string> {
  const [program = '', ...words] = command.split(/\s+/);
  const told = (reason: string) =>
    new SignetError(refusal('secret_unreadable.command', { program, reason, seconds }));
  const child = spawn(program, words, {
    cwd: folder,
    env: withoutSecrets(process.env),
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let ended: string | undefined;
  const end = (reason: string) => {
    ended ??= reason;
    endGroup(child.pid, () => child.kill('SIGKILL'));
    // Whoever left the group could hold the pipe open.
    child.stdout.destroy();
  };
  const timer = setTimeout(() => end('ETIMEDOUT'), seconds * 1000);
  try {
    const [printed, [status, signal]] = await Promise.all([
      readPrinted(child.stdout, () => end('ENOBUFS')),
      once(child, 'close') as Promise<[number | null, string | null]>,
    ]);
    if (ended !== undefined) throw told(ended);
    if (status !== 0) throw told(status === null ? `ended by ${signal}` : `exit code ${status}`);
    if (printed.trim() === '') throw told('nothing was printed');
    return printed;
  } catch (error) {
    if (error instanceof SignetError) throw error;
    throw told(ended ?? systemErrorCode(error) ?? 'something else');
  } finally {
    clearTimeout(timer);
  }
}

/** The text, up to the longest that is taken; `tooMuch` is told once it is longer. */
function readPrinted(output: NodeJS.ReadableStream, tooMuch: () => void): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    output.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > longestOutput) tooMuch();
      else pieces.push(piece);
    });
    output.on('close', () => resolve(Buffer.concat(pieces).toString('utf8')));
  });
}

/** Windows has no process groups; there the command alone is ended. */
function endGroup(leader: number | undefined, otherwise: () => void): void {
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
