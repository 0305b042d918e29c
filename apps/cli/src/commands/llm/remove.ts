import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';

/** Removes a provider with its key. */
export async function removeModelProvider(
  context: Context,
  name: string,
  options: ServerOptions,
): Promise<void> {
  const removed = await openAdmin(context, options).removeModelProvider({ name });
  answer(context, options, removed, () =>
    [
      outcomeLine(context.paint, true, `Removed ${safeText(removed.name)}; no gateway asks it any more.`),
      'Next      end the key at the provider too, where nobody else uses it',
      '',
    ].join('\n'),
  );
}
