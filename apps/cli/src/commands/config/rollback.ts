import type { Context, ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { tellApplied } from './apply.ts';
import { numberOf } from './number.ts';

/** In the place of what is followed now, which is read first. */
export async function rollBackConfiguration(
  context: Context,
  text: string,
  options: ServerOptions & { readonly open?: readonly string[] },
): Promise<void> {
  const number = numberOf(text, 0);
  const admin = openAdmin(context, options);
  const { etag: ifMatch } = await admin.exportConfiguration();
  const { open } = options;
  const applied = await admin.rollBackConfiguration({
    number,
    ifMatch,
    ...(open === undefined ? {} : { open }),
  });
  const done =
    number === 0
      ? 'The gateways follow signet.yaml of each node'
      : `The gateways follow number ${number} again`;
  tellApplied(context, options, applied, done);
}
