import { hashMachinePassword } from '@signet/server/local';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { CommandFailure, usageFailure } from '../../failure.ts';
import { openPasswordPrompt } from '../../input/ask-password.ts';

const shortest = 8;
const longestBytes = 512;

/** Prints the hash of a password, and never the password. What people type is asked for twice. */
export async function hashPassword(context: Context, options: CommonOptions): Promise<void> {
  const ask = openPasswordPrompt(context.terminal);
  const password = await ask('Password: ');
  refuseUnfit(password);
  if (context.terminal.input.isTTY === true && (await ask('Once more: ')) !== password)
    throw new CommandFailure({
      sentence: 'The two are not the same.',
      expected: 'the same password twice',
      actual: 'two different ones',
      fix: 'Run the command again.',
    });
  const hash = await hashMachinePassword(password);
  answer(context, options, { hash }, () => `${hash}\n`);
}

/** What no program could send in `Authorization: Basic`, or anybody could guess. */
function refuseUnfit(password: string): void {
  const isLong = password.length >= shortest && Buffer.byteLength(password) <= longestBytes;
  if (isLong && !/\p{Cc}/u.test(password)) return;
  throw usageFailure({
    sentence: 'This is no password for a machine.',
    expected: `at least ${shortest} characters and at most ${longestBytes} bytes, none of them a control character`,
    actual: password === '' ? 'nothing' : 'something else',
    fix: 'Have one made: `openssl rand -base64 24`.',
  });
}
