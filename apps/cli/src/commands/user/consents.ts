import type { AgreedApp } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';
import { findUser } from './find-user.ts';

const titles = ['APP', 'NAME', 'MAY', 'AT', 'IN THE NAME OF', 'SINCE', 'LAST USED'];

/** Shows which apps a person let in, and what each may do. */
export async function showConsents(context: Context, name: string, options: ServerOptions): Promise<void> {
  const admin = openAdmin(context, options);
  const shown = await admin.listUserConsents({ account: (await findUser(admin, name)).id });
  const rows = shown.apps.flatMap(rowsOf);
  answer(context, options, shown, () =>
    rows.length === 0 ? 'none\n' : `${table(titles, rows, context.paint)}\n`,
  );
}

function rowsOf({
  client,
  name,
  agreements,
  agreedAt,
  lastUsedAt,
}: AgreedApp): readonly (readonly string[])[] {
  const times = [agreedAt, lastUsedAt].map((at) => (at === undefined ? '–' : new Date(at).toISOString()));
  return agreements.map(({ scopes, audience, organization }) => [
    ...[client, name, scopes.join(' ') || '–', audience, organization?.name ?? '–'].map(safeText),
    ...times,
  ]);
}

/** Withdraws what a person agreed to for one of them, whose tokens are refused then. */
export async function withdrawConsent(
  context: Context,
  name: string,
  client: string,
  options: ServerOptions,
): Promise<void> {
  const admin = openAdmin(context, options);
  const account = (await findUser(admin, name)).id;
  const withdrawn = await admin.withdrawUserConsent({ account, client });
  const told = `${safeText(client)} has nothing of ${name} any more; at the next sign-in it has to ask.`;
  answer(context, options, withdrawn, () => `${outcomeLine(context.paint, true, told)}\n`);
}
