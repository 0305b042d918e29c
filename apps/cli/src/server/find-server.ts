import { parseDataFolder, type RunningServer, readRunningFile } from '@signet/server/local';
import type { Context, ServerOptions } from '../context.ts';
import { usageFailure } from '../failure.ts';

/** The server that a command speaks with. */
export interface Server {
  /** To connect to, without a slash at the end. */
  readonly address: string;
  /** As it stands in tokens. */
  readonly issuer: string;
}

const usual = 'http://localhost:9000';

export function dataFolderOf(context: Context, options: ServerOptions): string {
  return parseDataFolder({ flags: { data: options.data }, environment: context.environment });
}

/** The one named with `--server`, else the one that runs on the data folder, else the usual address. */
export function findServer(context: Context, options: ServerOptions): Server {
  if (options.server !== undefined) return named(options.server);
  const running: RunningServer | undefined = readRunningFile(dataFolderOf(context, options));
  return running === undefined
    ? { address: usual, issuer: usual }
    : { address: running.control, issuer: running.issuer };
}

function named(text: string): Server {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return { address: url.origin, issuer: url.origin };
  throw usageFailure({
    sentence: 'The address after --server cannot be used.',
    expected: 'an address such as https://login.example.com',
    actual: text.slice(0, 80),
    fix: 'Give the address of the server, or leave `--server` out.',
  });
}
