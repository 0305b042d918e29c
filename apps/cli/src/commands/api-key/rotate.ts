import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { durationOf } from './duration-of.ts';
import { findKey } from './find-key.ts';
import { tellKey } from './tell-key.ts';

export interface ApiKeyRotateOptions extends ServerOptions {
  readonly overlap?: string;
  readonly lifetime?: string;
}

/** Makes a key in the place of another one, and shows it. */
export async function rotateApiKey(
  context: Context,
  idOrName: string,
  { overlap = '0s', lifetime, ...server }: ApiKeyRotateOptions,
): Promise<void> {
  const admin = openAdmin(context, server);
  const good = durationOf('overlap', overlap);
  const more = lifetime === undefined ? {} : { lifetime: durationOf('lifetime', lifetime) };
  const id = await findKey(admin, idOrName, context.clock());
  const made = await admin.rotateApiKey({ id, overlap: good, ...more });
  const earlier = good === 0 ? 'refused from now on' : `good for ${overlap} more at most`;
  answer(context, server, made, () =>
    [
      outcomeLine(context.paint, true, `Made the API key ${made.summary.id}.`),
      ...tellKey(made),
      `Earlier   ${earlier}`,
      '',
    ].join('\n'),
  );
}
