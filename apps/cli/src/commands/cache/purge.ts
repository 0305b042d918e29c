import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { isForgotten, purgedLine } from './purged-line.ts';

type PurgeOptions = ServerOptions & { readonly route: string; readonly path?: string };

/** Lets gateways forget what a route keeps; no where the route keeps nothing, or a gateway did not say that it has. */
export async function purgeAnswers(context: Context, options: PurgeOptions): Promise<ExitCode> {
  const { route, path } = options;
  const done = await openAdmin(context, options).purgeAnswers({ route, path });
  const ok = isForgotten(done);
  answer(context, options, done, () => `${outcomeLine(context.paint, ok, purgedLine(done, route))}\n`);
  return ok ? 0 : 1;
}
