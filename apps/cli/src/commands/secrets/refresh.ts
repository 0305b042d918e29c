import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';

type RefreshOptions = ServerOptions & { readonly endOverlap?: boolean };

/** Lets the server read its secrets again; no where one could not be read, which then stays as it was. */
export async function refreshSecrets(context: Context, options: RefreshOptions): Promise<ExitCode> {
  const { endOverlap } = options;
  const done = await openAdmin(context, options).refreshSecrets({ endOverlap });
  const { changed, unchanged, failed } = done;
  const ok = failed.length === 0;
  answer(context, options, done, () =>
    [
      outcomeLine(
        context.paint,
        ok,
        `${changed.length} changed, ${unchanged} are as they were, ${failed.length} could not be read.`,
      ),
      ...changed.map((key) => `Changed   ${safeText(key)}`),
      ...failed.map(({ key, reason }) => `Failed    ${safeText(key)}: ${safeText(reason)}`),
      '',
    ].join('\n'),
  );
  return ok ? 0 : 1;
}
