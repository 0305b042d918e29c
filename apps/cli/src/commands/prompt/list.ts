import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { table } from '../../terminal/table.ts';

const titles = ['PROMPT', 'COUNTS', 'CANARY', 'NEWEST'];

export async function listPrompts(context: Context, options: ServerOptions): Promise<void> {
  const answered = await openAdmin(context, options).listPrompts();
  const rows = answered.prompts.map(({ name, stable = '–', canary = '–', newest }) => [
    name,
    stable,
    canary,
    newest,
  ]);
  answer(context, options, answered, () =>
    rows.length === 0
      ? 'There are no prompts yet: add one with `signet prompt add`.\n'
      : `${table(titles, rows, context.paint)}\n`,
  );
}
