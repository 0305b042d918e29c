import { isId, type RetireKeyRequest } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { usageFailure } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';

export interface RetireOptions extends ServerOptions {
  readonly dangerouslyRetireLiveKey?: boolean;
}

/** Takes a key that does not sign out of what is published and believed. */
export async function retireKey(context: Context, key: string, options: RetireOptions): Promise<void> {
  const retired = await openAdmin(context, options).retireKey(requestOf(key, options));
  answer(context, options, retired, () =>
    [
      outcomeLine(context.paint, true, `Retired ${retired.key}.`),
      'Verifiers stop believing it when they fetch the keys again; the gateways do so every eight minutes',
      '',
    ].join('\n'),
  );
}

function requestOf(key: string, { dangerouslyRetireLiveKey }: RetireOptions): RetireKeyRequest {
  if (!isId('key', key)) {
    throw usageFailure({
      sentence: 'This is no id of a signing key.',
      expected: 'an id as `signet keys list` shows it (key_…)',
      actual: 'something else',
      fix: 'List the keys with `signet keys list`.',
    });
  }
  return dangerouslyRetireLiveKey === true ? { key, dangerouslyRetireLiveKey } : { key };
}
