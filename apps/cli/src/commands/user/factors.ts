import type { PasskeySummary } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { findUser } from './find-user.ts';

/** Shows what an account has beside its password. */
export async function showFactors(context: Context, name: string, options: ServerOptions): Promise<void> {
  const admin = openAdmin(context, options);
  const { authenticator, passkeys, recoveryCodesLeft } = await admin.showUserFactors({
    account: (await findUser(admin, name)).id,
  });
  const added = authenticator && new Date(authenticator.addedAt).toISOString();
  const app = added === undefined ? 'none' : `since ${added}`;
  const lines = [
    `Authenticator app  ${app}`,
    `Passkeys           ${passkeys.length === 0 ? 'none' : ''}${passkeys.map(lineOf).join('')}`,
    `Recovery codes     ${recoveryCodesLeft} left`,
    '',
  ];
  answer(context, options, { name, authenticator, passkeys, recoveryCodesLeft }, () => lines.join('\n'));
}

/** One line each, behind the word that stands before the first. */
function lineOf({ name, addedAt }: PasskeySummary, place: number): string {
  const before = place === 0 ? '' : `\n${' '.repeat(19)}`;
  return `${before}${safeText(name)}, since ${new Date(addedAt).toISOString()}`;
}

/** For who has lost app, passkeys and recovery codes: the password alone signs in then, until another app is added. */
export async function resetFactors(context: Context, name: string, options: ServerOptions): Promise<void> {
  const admin = openAdmin(context, options);
  const done = await admin.resetUserFactors({ account: (await findUser(admin, name)).id });
  const told = done.reset ? `Took the second factor of ${name} away.` : `${name} has no second factor.`;
  answer(context, options, done, () => `${outcomeLine(context.paint, true, told)}\n`);
}
