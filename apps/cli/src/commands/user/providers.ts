import type { OwnProvider } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { findUser } from './find-user.ts';

/** Shows which providers sign the owner of an account in. */
export async function showProviders(context: Context, name: string, options: ServerOptions): Promise<void> {
  const admin = openAdmin(context, options);
  const shown = await admin.listUserProviders({ account: (await findUser(admin, name)).id });
  const lines = shown.providers.map(lineOf);
  answer(context, options, shown, () => `${lines.length === 0 ? 'none' : lines.join('\n')}\n`);
}

function lineOf({ name, issuer, joined }: OwnProvider): string {
  const since = joined === undefined ? '' : `, since ${new Date(joined.joinedAt).toISOString()}`;
  const as = joined?.email === undefined ? '' : ` as ${joined.email}`;
  return safeText(`${name} (${issuer})${as}${since}`);
}

/** Lets one of them sign the person in no more. Sessions go on. */
export async function unlinkUser(
  context: Context,
  name: string,
  issuer: string,
  options: ServerOptions,
): Promise<void> {
  const admin = openAdmin(context, options);
  const account = (await findUser(admin, name)).id;
  const left = await admin.partUserProvider({ account, issuer });
  const told = `${safeText(issuer)} signs ${name} in no more.`;
  answer(context, options, left, () => `${outcomeLine(context.paint, true, told)}\n`);
}
