import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';

/** Seals the private keys anew, with the master key and for the issuer that the server runs with. */
export async function resealKeys(context: Context, options: ServerOptions): Promise<void> {
  const done = await openAdmin(context, options).resealKeys({});
  answer(context, options, done, () =>
    [
      outcomeLine(
        context.paint,
        true,
        `Sealed ${done.resealed} of ${done.keys} keys anew, ${done.authenticators} secrets of authenticator apps, and ${done.modelProviders ?? 0} keys of providers of models; the others were already.`,
      ),
      'Next      once every node runs with the new master key, start them without SIGNET_PREVIOUS_MASTER_KEY',
      '',
    ].join('\n'),
  );
}
