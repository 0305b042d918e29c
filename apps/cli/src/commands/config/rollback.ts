import type { Context, ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { type ConsentOptions, consentIn, tellApplied } from './apply.ts';
import { numberOf } from './number.ts';

/** In the place of what is followed now, which is read first. */
export async function rollBackConfiguration(
  context: Context,
  text: string,
  options: ServerOptions & ConsentOptions,
): Promise<void> {
  const number = numberOf(text, 0);
  const admin = openAdmin(context, options);
  const { etag: ifMatch } = await admin.exportConfiguration();
  const applied = await admin.rollBackConfiguration({ number, ifMatch, ...consentIn(options) });
  const done =
    number === 0
      ? 'The gateways follow signet.yaml of each node'
      : `The gateways follow number ${number} again`;
  tellApplied(context, options, applied, done);
}
