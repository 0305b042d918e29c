import type { RouteConfiguration } from '@signet/contracts';
import type { GatewayPart } from '@signet/gateway';
import { type Header, withHeaders, writeRequest } from '../sample.ts';
import type { CrookedRequest } from './crooked-request.ts';

/** Of a network for documents (RFC 5737), which nobody calls from. */
const elsewhere = '203.0.113.77';

/** Headers by which servers learn who calls, from where or what; a client that could send one would be believed. */
const addresses = ['X-Forwarded-For', 'X_Forwarded_For', 'X-Real-IP', 'True-Client-IP'];
const told = [
  'X-Forwarded-Host',
  'X-Forwarded-User',
  'X-Original-URL',
  'X-Rewrite-URL',
  'X-HTTP-Method-Override',
  'X-Auth-Request-Email',
  'Remote-User',
  'Signet-Reference',
];

/** What the file lets clients say is told as such, whether it is one of these or not. */
const isOther = (name: string): boolean =>
  ![...addresses, ...told].some((each) => each.toLowerCase() === name);

/** So many headers of routes are tried; each costs four requests. */
const mostContext = 50;

export function crookedHeaders(
  { routes }: Pick<GatewayPart, 'routes'>,
  route: RouteConfiguration,
  mark: string,
): readonly CrookedRequest[] {
  const excepted = new Set(route.dangerouslyAllowIdentityHeaders);
  const forged = (id: string, sent: string, header: Header, sought: string): CrookedRequest => ({
    id,
    sent,
    wanted: 'cleaned',
    mark: sought,
    ...(excepted.has(header[0].toLowerCase()) ? { allowedBy: 'dangerouslyAllowIdentityHeaders' } : {}),
    write: (sample) => writeRequest(withHeaders(sample, header)),
  });
  const claimed = (name: string, value: string, sought: string) =>
    forged(`header:${name.toLowerCase()}`, `${name} of the client`, [name, value], sought);
  return [
    ...addresses.map((name) => claimed(name, elsewhere, elsewhere)),
    claimed('Forwarded', `for=${elsewhere}`, elsewhere),
    ...[...told, ...[...excepted].filter(isOther)].map((name) => claimed(name, mark, mark)),
    ...contextNames(routes).flatMap((name) => [
      ...spellingsOf(name).map((spelling) =>
        forged(`context:${spelling}`, `${spelling} of the client`, [spelling, mark], mark),
      ),
      listed(name),
    ]),
  ];
}

/** With what a route tells its upstream who calls, or what its check says, in lower case. What one of them names, clients say on none. */
function contextNames(routes: readonly RouteConfiguration[]): readonly string[] {
  const all = routes.flatMap((route) => {
    const added = route.check?.adds ?? [];
    if (route.kind === 'public') return added;
    const written = Object.entries(route.transform?.headers?.set ?? {}).filter(([, parts]) =>
      parts.some((part) => typeof part !== 'string' && 'claim' in part),
    );
    const { headers, token } = route.context;
    const signed = token === undefined ? [] : [token.header];
    return [...added, ...Object.keys(headers), ...signed, ...written.map(([name]) => name)];
  });
  return [...new Set(all)].slice(0, mostContext);
}

/** The name itself, and others that CGI and its heirs take for it. */
function spellingsOf(name: string): readonly string[] {
  return [...new Set([name, name.replaceAll('-', '_'), name.replaceAll('-', '.')])];
}

/** A hop that obeys the list would take away what the gateway itself says. */
function listed(name: string): CrookedRequest {
  return {
    id: `context-listed:${name}`,
    sent: `${name} in the list of Connection`,
    wanted: 'refused',
    write: (sample) => writeRequest(sample, { connection: `close, ${name}` }),
  };
}
