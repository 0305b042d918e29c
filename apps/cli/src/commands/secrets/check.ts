import { join } from 'node:path';
import { checkConfiguredSecrets } from '@signet/server/local';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { dataFolderOf } from '../../server/find-server.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';

/** Reads each secret of a configuration from here, and tells of none more than whether it is there. */
export async function checkSecrets(
  context: Context,
  path: string | undefined,
  options: ServerOptions,
): Promise<ExitCode> {
  const configurationFile =
    path ?? context.environment['SIGNET_CONFIG'] ?? join(dataFolderOf(context, options), 'signet.yaml');
  const variable = (name: string) => context.environment[name];
  const secrets = await checkConfiguredSecrets({ configurationFile, variable });
  const failed = secrets.filter(({ reason }) => reason !== undefined);
  const ok = failed.length === 0;
  answer(context, options, { ok, file: configurationFile, secrets }, () =>
    [
      outcomeLine(
        context.paint,
        ok,
        `${secrets.length - failed.length} of ${secrets.length} secrets of ${safeText(configurationFile)} can be read.`,
      ),
      ...failed.map(({ key, reason = '' }) => `Failed    ${safeText(key)}: ${safeText(reason)}`),
      '',
    ].join('\n'),
  );
  return ok ? 0 : 1;
}
