import { type ClientWithSecret, parseDuration } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { usageFailure } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { tellSecret } from './tell-secret.ts';

export interface ClientSecretOptions extends ServerOptions {
  readonly overlap?: string;
  readonly endEarlier?: boolean;
}

/** Makes a new secret, or ends those before the newest. */
export async function renewSecret(context: Context, id: string, options: ClientSecretOptions): Promise<void> {
  const admin = openAdmin(context, options);
  if (options.endEarlier === true) {
    const client = await admin.endEarlierSecrets({ id });
    return answer(context, options, client, () =>
      [outcomeLine(context.paint, true, `Only the newest secret of ${client.id} is good.`), ''].join('\n'),
    );
  }
  const made = await admin.addClientSecret({ id, overlap: overlapOf(options.overlap) });
  answer(context, options, made, () =>
    [
      outcomeLine(context.paint, true, `Made a secret for ${made.client.id}.`),
      ...tellSecret(made),
      ...tellEarlier(made),
      '',
    ].join('\n'),
  );
}

function overlapOf(text = '0s'): number {
  const overlap = parseDuration(text);
  if (overlap !== undefined) return overlap;
  throw usageFailure({
    sentence: 'This is no duration.',
    expected: 'a whole number with ms, s, m, h or d, such as 24h',
    actual: 'something else',
    fix: 'Write `--overlap 24h`, or leave it out to end the old secret at once.',
  });
}

function tellEarlier({ client: { secrets } }: ClientWithSecret): readonly string[] {
  const until = secrets.at(1)?.expiresAt;
  return [
    `Earlier   ${until === undefined ? 'refused from now on' : `good until ${new Date(until).toISOString()}`}`,
  ];
}
