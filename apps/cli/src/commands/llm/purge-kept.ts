import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';

/** Forgets what a route kept of questions and answers, before its time. */
export async function purgeKept(
  context: Context,
  options: ServerOptions & { readonly route: string },
): Promise<void> {
  const { route } = options;
  const done = await openAdmin(context, options).purgeKeptCalls({ route });
  const told = `${done.purged} kept calls of route ${route} are forgotten.`;
  answer(context, options, done, () => `${outcomeLine(context.paint, true, told)}\n`);
}
