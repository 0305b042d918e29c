import type { UserSummary } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../context.ts';
import { openAdmin } from '../server/open-admin.ts';
import type { Paint } from '../terminal/palette.ts';
import { safeText } from '../terminal/safe-text.ts';

/** Shows every account: its name, identifier, roles and scopes. */
export async function listUsers(context: Context, options: ServerOptions): Promise<void> {
  const { users } = await openAdmin(context, options).listUsers();
  answer(context, options, { users }, () => `${table(users, context.paint)}\n`);
}

function table(users: readonly UserSummary[], paint: Paint): string {
  const rows = users.map((user) => [
    user.username,
    user.id,
    user.disabled ? 'disabled' : 'active',
    user.roles.join(' ') || '–',
    user.scopes.join(' ') || '–',
  ]);
  const titles = ['NAME', 'ACCOUNT', 'STATE', 'ROLES', 'SCOPES'];
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => safeText(cell).padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [paint('faint', line(titles)), ...rows.map(line)].join('\n');
}
