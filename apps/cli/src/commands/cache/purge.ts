import type { PurgeAnswersAnswer } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';

type PurgeOptions = ServerOptions & { readonly route: string; readonly path?: string };

/** Lets gateways forget what a route keeps; no where the route keeps nothing, or a gateway did not say that it has. */
export async function purgeAnswers(context: Context, options: PurgeOptions): Promise<ExitCode> {
  const { route, path } = options;
  const done = await openAdmin(context, options).purgeAnswers({ route, path });
  const ok = done.keeps && done.silent === 0;
  answer(context, options, done, () => `${outcomeLine(context.paint, ok, told(done, safeText(route)))}\n`);
  return ok ? 0 : 1;
}

function told({ purged, gateways, silent, keeps }: PurgeAnswersAnswer, route: string): string {
  if (!keeps) return `Route ${route} keeps no answers; ${purged} were forgotten.`;
  const done = `${purged} answers of route ${route} are forgotten, in ${gateways} gateway processes of this node.`;
  return silent === 0 ? done : `${done} ${silent} more did not answer, and may give theirs still.`;
}
