import { parseDataFolder, type RunningServer, readRunningFile } from '@signet/server/local';
import { isNamedLocalhost } from '@signet/token/keys';
import type { Context, ServerOptions } from '../context.ts';
import { CommandFailure, usageFailure } from '../failure.ts';
import { isHttpInFigures, leadsTo } from './loopback.ts';
import { secureWayTo, type Way, wayTo } from './way.ts';

/** The server that a command speaks with. */
export interface Server {
  /** What requests to it are called by, without a slash at the end; to be connected to by `way`. */
  readonly address: string;
  /** As it stands in tokens. */
  readonly issuer: string;
  readonly way: Way;
}

export function dataFolderOf(context: Context, options: ServerOptions): string {
  return parseDataFolder({ flags: { data: options.data }, environment: context.environment });
}

/**
 * The server named with `--server`, else the one that runs on the data folder.
 * @throws CommandFailure where that is nobody who could be known by their address
 */
export function findServer(context: Context, options: ServerOptions): Server {
  const folder = dataFolderOf(context, options);
  if (options.server !== undefined) return serverAt(options.server, folder);
  const running = readRunningFile(folder);
  if (running === undefined) throw notRunning(folder);
  return local(running);
}

/**
 * The server at an address. The one that runs on the data folder is reached by its own way, whichever of its names is
 * used. For others a certificate speaks, or the figures of an address of this machine; the name `localhost` leads to
 * more than one address, at one of which a stranger may listen, so that nothing is sent there.
 */
export function serverAt(text: string, folder: string): Server {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) throw noAddress(text);
  const running = readRunningFile(folder);
  if (running !== undefined && isOneOf(url, running)) return local(running);
  const isKnown = url.protocol === 'https:' || isHttpInFigures(url);
  if (isKnown) return { address: url.origin, issuer: url.origin, way: { kind: 'as-written' } };
  throw isNamedLocalhost(url) ? ambiguous(url, folder) : notSecure(url);
}

/** How the server that runs on the data folder is reached, where an address is one of its own. */
export function wayToRunning(context: Context, url: URL): Way | undefined {
  const running = readRunningFile(dataFolderOf(context, {}));
  return running !== undefined && isOneOf(url, running) ? local(running).way : undefined;
}

function local(running: RunningServer): Server {
  return { address: running.issuer, issuer: running.issuer, way: wayToLocal(running) };
}

function wayToLocal({ issuer, socket, control, certificate }: RunningServer): Way {
  if (socket !== undefined) return { kind: 'socket', path: socket };
  return certificate === undefined ? wayTo(control) : secureWayTo(control, issuer, certificate);
}

function isOneOf(url: URL, { issuer, control }: RunningServer): boolean {
  return url.origin === new URL(issuer).origin || leadsTo(url, control);
}

function notRunning(folder: string): CommandFailure {
  return new CommandFailure({
    code: 'not_running',
    sentence: `No Signet is known to run on the data folder ${folder}; nothing was sent.`,
    expected: `the file server.json of a running Signet in it, as its owner wrote it`,
    actual: 'none that can be read',
    fix: 'Start it with `npm start` or `npx --no signet start`, name its folder with `--data FOLDER`, or its address with `--server`.',
  });
}

function ambiguous({ origin }: URL, folder: string): CommandFailure {
  return new CommandFailure({
    code: 'not_running',
    sentence: `${origin} is not the Signet of the data folder ${folder}, and may be anybody: nothing was sent.`,
    expected:
      'an address in figures such as http://127.0.0.1:9000, an https address, or the Signet of the data folder',
    actual: 'the name localhost, which leads to 127.0.0.1 and to ::1',
    fix: 'Start it with `npm start` or `npx --no signet start`, name its folder with `--data FOLDER`, or write the address in figures.',
  });
}

function notSecure({ origin }: URL): CommandFailure {
  return usageFailure({
    sentence: 'Passwords and credentials are not sent over http to another machine.',
    expected: 'an https address, or http to this machine in figures, such as http://127.0.0.1:9000',
    actual: origin,
    fix: 'Give the https address of the server.',
  });
}

function noAddress(text: string): CommandFailure {
  return usageFailure({
    sentence: 'The address after --server cannot be used.',
    expected: 'an address such as https://login.example.com',
    actual: text.slice(0, 80),
    fix: 'Give the address of the server, or leave `--server` out.',
  });
}
