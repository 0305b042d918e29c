import { parseDuration } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { usageFailure } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';

export interface RegistrationTokenOptions extends ServerOptions {
  readonly audience?: readonly string[];
  readonly scope?: readonly string[];
  readonly lifetime?: string;
}

/** Makes a token by which one app registers itself, and prints it, this once. */
export async function makeRegistrationToken(
  context: Context,
  options: RegistrationTokenOptions,
): Promise<void> {
  const { audience: audiences = [], scope: scopes = [], lifetime = '24h' } = options;
  const milliseconds = parseDuration(lifetime);
  if (milliseconds === undefined) throw noDuration;
  const made = await openAdmin(context, options).addRegistrationToken({
    audiences,
    scopes,
    lifetime: milliseconds,
  });
  answer(context, options, made, () =>
    [
      outcomeLine(context.paint, true, 'Made a token by which one app registers itself.'),
      `Token     ${made.token}`,
      `Good      once, until ${new Date(made.expiresAt).toISOString()}`,
      '',
    ].join('\n'),
  );
}

const noDuration = usageFailure({
  sentence: 'This is no duration.',
  expected: 'a whole number with ms, s, m, h or d, such as 24h',
  actual: 'something else',
  fix: 'Write `--lifetime 24h`.',
});
