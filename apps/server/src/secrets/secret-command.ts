import { refusal, SignetError } from '@signet/contracts';
import { runProgram } from './run-program.ts';

/** Bytes. */
const longestOutput = 64 * 1024;
const usualSeconds = 10;

/**
 * What a command prints. No shell reads it: it is split at spaces, so that nothing in it is run that was not meant. Nothing
 * that it prints stands in a refusal.
 * @throws SignetError `secret_unreadable`
 */
export async function runSecretCommand(
  command: string,
  { folder, seconds = usualSeconds }: { readonly folder: string; readonly seconds?: number },
): Promise<string> {
  const [program = '', ...words] = command.split(/\s+/);
  const signal = AbortSignal.timeout(seconds * 1000);
  const { failure, printed } = await runProgram({ program, words, folder, signal, longestOutput });
  const told = printed.toString('utf8');
  const reason = failure ?? (told.trim() === '' ? 'nothing was printed' : undefined);
  if (reason === undefined) return told;
  throw new SignetError(refusal('secret_unreadable.command', { program, reason, seconds }));
}
