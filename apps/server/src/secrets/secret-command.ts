import { spawnSync } from 'node:child_process';
import { refusal, SignetError } from '@signet/contracts';
import { secretVariables } from '../options/options.ts';
import { systemErrorCode } from '../startup/system-error-code.ts';

/** Bytes. */
const longestOutput = 64 * 1024;
const usualSeconds = 10;

/**
 * What a command prints. No shell reads it: it is split at spaces, so that nothing in it is run that was not meant. It
 * inherits none of our secrets, and nothing that it prints stands in a refusal.
 * @throws SignetError `secret_unreadable`
 */
export function runSecretCommand(
  command: string,
  { folder, seconds = usualSeconds }: { readonly folder: string; readonly seconds?: number },
): string {
  const [program = '', ...words] = command.split(/\s+/);
  const { status, signal, stdout, error } = spawnSync(program, words, {
    cwd: folder,
    env: withoutSecrets(process.env),
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: longestOutput,
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  const told = (reason: string) =>
    new SignetError(refusal('secret_unreadable.command', { program, reason, seconds }));
  if (error !== undefined) throw told(systemErrorCode(error) ?? 'something else');
  if (status !== 0) throw told(status === null ? `ended by ${signal}` : `exit code ${status}`);
  if (stdout.trim() === '') throw told('nothing was printed');
  return stdout;
}

function withoutSecrets(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const hidden: readonly string[] = secretVariables;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !hidden.includes(name)));
}
