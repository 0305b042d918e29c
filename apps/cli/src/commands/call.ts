import { readRunningFile } from '@signet/server/local';
import { parseExactly } from '@signet/token/json';
import { answer, type Context, type ServerOptions } from '../context.ts';
import { type ExitCode, failureOfProblem, usageFailure } from '../failure.ts';
import { dataFolderOf } from '../server/find-server.ts';
import { isHttpInFigures, isThisMachine, leadsTo } from '../server/loopback.ts';
import { problemIn, send } from '../server/request.ts';
import { secureWayTo, type Way, wayTo } from '../server/way.ts';
import { freshSession } from '../session/fresh-session.ts';
import type { CliSession } from '../session/session-file.ts';
import { mayReceive } from '../session/token-destination.ts';
import { outcomeLine, paintWith } from '../terminal/palette.ts';
import { failureText } from '../terminal/print-failure.ts';
import { safeText } from '../terminal/safe-text.ts';

export interface CallOptions extends ServerOptions {
  readonly request?: string;
  readonly body?: string;
  readonly header?: readonly string[];
  /** Sends the token to an address that it does not name as its audience. */
  readonly dangerouslySendToken?: boolean;
}

/** Calls an API with the access token of the session, and shows what came back. */
export async function call(context: Context, address: string, options: CallOptions): Promise<ExitCode> {
  const url = parseAddress(address);
  const folder = dataFolderOf(context, options);
  const gateway = wayToGateway(url, folder);
  const session = await sessionFor(context, url, gateway !== undefined, folder, options);
  const message = {
    method: options.request ?? (options.body === undefined ? 'GET' : 'POST'),
    headers: headersOf(options, session),
    ...(options.body === undefined ? {} : { body: options.body }),
  };
  const response = await send(url.href, message, gateway ?? { kind: 'as-written' });
  const text = await response.text();
  const reference = response.headers.get('signet-reference') ?? undefined;
  const problem = problemIn(response, text);
  const value = {
    status: response.status,
    reference,
    ...(problem === undefined ? { body: parsed(text) } : { problem }),
  };
  answer(
    context,
    options,
    value,
    () => statusLine(context, response) + (problem === undefined ? bodyText(text) : ''),
  );
  if (problem !== undefined && options.json !== true) {
    const { reference: _, ...parts } = failureOfProblem(problem).parts;
    context.terminal.err(failureText(parts, paintWith(context.terminal.colourErr), context.terminal.width));
  }
  if (!response.ok && reference !== undefined && options.json !== true)
    context.terminal.err(askWhy(reference));
  return response.ok ? 0 : 1;
}

function statusLine({ paint }: Context, response: Response): string {
  const line = `${response.status} ${response.statusText}`.trim();
  return `${outcomeLine(paint, response.ok, line)}\n`;
}

function bodyText(text: string): string {
  return text === '' || text.endsWith('\n') ? safeText(text) : `${safeText(text)}\n`;
}

function askWhy(reference: string): string {
  return `  Reference ${safeText(reference)}  ask why: npx --no signet explain ${safeText(reference)}\n`;
}

function parsed(text: string): unknown {
  try {
    return parseExactly(text);
  } catch {
    // Not JSON: the text itself is the answer.
    return text;
  }
}

/** The very address that the gateway of this data folder bound, where that is what the address means. */
function wayToGateway(url: URL, folder: string): Way | undefined {
  const running = readRunningFile(folder);
  if (running === undefined) return undefined;
  const { gateway, gatewayOrigin, gatewayCertificate } = running;
  if (gatewayCertificate === undefined) return leadsTo(url, gateway) ? wayTo(gateway) : undefined;
  // Over TLS the certificate says who is there, by whichever address.
  const isGateway = url.origin === new URL(gatewayOrigin).origin;
  return isGateway ? secureWayTo(gateway, gatewayOrigin, gatewayCertificate) : undefined;
}

/** The session whose token goes along; undefined, with a word on stderr, where the token is not for that address. */
async function sessionFor(
  context: Context,
  url: URL,
  isGateway: boolean,
  folder: string,
  { dangerouslySendToken }: CallOptions,
): Promise<CliSession | undefined> {
  const session = await freshSession(context, folder);
  if (session === undefined || dangerouslySendToken === true || isGateway) return session;
  if (mayReceive(session.accessToken, url)) return session;
  context.terminal.err(
    `! Warning  The access token was not sent: ${notFor(url)}. \`--dangerously-send-token\` sends it.\n`,
  );
  return undefined;
}

function notFor(url: URL): string {
  return isThisMachine(url) && !isHttpInFigures(url)
    ? `${url.origin} may be anybody on this machine, unlike 127.0.0.1 or [::1]`
    : `${url.origin} is not its audience`;
}

/** The token goes along unless the caller brings an Authorization header of their own. */
function headersOf(options: CallOptions, session: CliSession | undefined): Headers {
  const headers = new Headers({ 'user-agent': 'signet' });
  if (session !== undefined) headers.set('authorization', `Bearer ${session.accessToken}`);
  if (options.body !== undefined) headers.set('content-type', 'application/json');
  for (const line of options.header ?? []) {
    const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw badHeader();
    headers.set(name, value);
  }
  return headers;
}

function parseAddress(text: string): URL {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  throw usageFailure({
    sentence: 'This is no address that can be called.',
    expected: 'an address such as http://localhost:8080/demo/hello',
    actual: text.slice(0, 80),
    fix: 'Give the whole address, with http:// or https://.',
  });
}

function badHeader(): Error {
  return usageFailure({
    sentence: 'A header after -H cannot be read.',
    expected: 'a name, a colon and a value, such as "accept: application/json"',
    fix: 'Put the header in quotes.',
  });
}
