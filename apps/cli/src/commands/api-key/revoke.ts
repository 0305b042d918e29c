import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { findKey } from './find-key.ts';

/** Ends a key for good. */
export async function revokeApiKey(
  context: Context,
  idOrName: string,
  options: ServerOptions,
): Promise<void> {
  const admin = openAdmin(context, options);
  const revoked = await admin.revokeApiKey({ id: await findKey(admin, idOrName, context.clock()) });
  answer(context, options, revoked, () =>
    [
      outcomeLine(
        context.paint,
        true,
        `Revoked the API key ${revoked.id}; the gateways refuse it from now on.`,
      ),
      '',
    ].join('\n'),
  );
}
