import {
  type ProtectedRoute,
  type RouteConfiguration,
  readConfiguration,
  tellDemand,
} from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';
import { checkConfiguration, configurationFile, readText } from './check.ts';

/** Who may call what: one line of the map for each route and method. */
interface Covered {
  readonly route: string;
  readonly method: string;
  /** Of any host if empty. */
  readonly hosts: readonly string[];
  readonly path: string;
  /** What headers and query must say besides, such as `x-version: 2` and `?beta=1`. */
  readonly values: readonly string[];
  /** What is asked of a token, all of it; empty for a public route. */
  readonly asks: readonly string[];
  /** A request without any token passes as well. */
  readonly optional: boolean;
}

const titles = ['METHOD', 'PATH', 'ROUTE', 'ASKS FOR'];
const nobody = 'nothing: open to everyone';

/** Shows which requests routes take and what each asks for; a configuration that has problems is checked instead. */
export async function coverConfiguration(
  context: Context,
  path: string | undefined,
  options: ServerOptions,
): Promise<ExitCode> {
  const file = configurationFile(context, path, options);
  const reading = readConfiguration(await readText(file), { fileName: file });
  if (!reading.ok) return checkConfiguration(context, path, options);
  const covered = reading.configuration.routes.flatMap(coveredBy).sort(byPath);
  answer(context, options, { file, covered }, () => {
    const open = covered.filter(({ asks, optional }) => optional || asks.length === 0).length;
    const end = `${open} of ${covered.length} are open to everyone; what is not here is answered 404 or 405.`;
    return [table(titles, covered.map(rowOf), context.paint), end, ''].join('\n');
  });
  return 0;
}

function coveredBy(route: RouteConfiguration): readonly Covered[] {
  const { id, match } = route;
  const asks = [...(route.kind === 'public' ? [] : askedBy(route)), ...checkedBy(route), ...whence(route)];
  const optional = route.kind === 'protected' && route.auth.optional === true;
  return match.methods.map((method) => ({
    ...{
      route: id,
      method,
      hosts: match.hosts ?? [],
      path: match.path,
      values: valuesOf(match),
      asks,
      optional,
    },
  }));
}

function checkedBy({ check }: RouteConfiguration): readonly string[] {
  return check === undefined ? [] : [`that ${new URL(check.url).host} allows it`];
}

function valuesOf({ headers = {}, query = {} }: RouteConfiguration['match']): readonly string[] {
  return [
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...Object.entries(query).map(([name, value]) => `?${name}=${value}`),
  ];
}

function whence({ networks }: RouteConfiguration): readonly string[] {
  if (networks === undefined) return [];
  const { allow = [], deny = [] } = networks;
  const told = [
    ...(allow.length === 0 ? [] : [`from ${allow.join(', ')}`]),
    ...deny.map((each) => `not from ${each}`),
  ];
  return [`a call ${told.join(', ')}`];
}

/** In the words of the file, in the order in which it is asked. */
function askedBy({ auth, request }: ProtectedRoute): readonly string[] {
  const { scopes, roles, permissions, conditions = [], demands = [], acr = [], maxAge, replay } = auth;
  const listed = (name: string, values: readonly string[], by = ' ') =>
    values.length === 0 ? [] : [`${name} ${values.join(by)}`];
  return [
    credentialsOf(auth).join(', or '),
    ...listed('scopes', scopes),
    ...listed('one of the roles', roles, ', '),
    ...listed('permissions', permissions),
    ...demands.map(tellDemand),
    ...conditions.map(({ name, text }) => `${name}: ${text}`),
    ...listed('acr', acr, ' or '),
    ...(replay === undefined ? [] : ['each token once']),
    ...(maxAge === undefined ? [] : [`a sign-in of the last ${maxAge / 1000} s`]),
    ...(request === undefined ? [] : ['a request as described']),
  ];
}

function credentialsOf({ accepts, apiKey, basic }: ProtectedRoute['auth']): readonly string[] {
  const tokens = accepts.map(({ issuer, audience }) => `${issuer} for ${audience.join(' or ')}`);
  return [
    ...(tokens.length === 0 ? [] : [`a token of ${tokens.join(', or ')}`]),
    ...(apiKey === undefined ? [] : [`an API key for ${apiKey.audience.join(' or ')}`]),
    ...(basic === undefined ? [] : [`the password of ${basic === 'all' ? 'a machine' : basic.join(' or ')}`]),
  ];
}

function byPath(one: Covered, other: Covered): number {
  const [first, second] = [one, other].map(({ path, method }) => `${path} ${method}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

function rowOf({ method, hosts, path, values, route, asks, optional }: Covered): readonly string[] {
  const where = hosts.length === 0 ? path : `${hosts.join(',')} ${path}`;
  const place = values.length === 0 ? where : `${where} (${values.join(', ')})`;
  return [
    method,
    safeText(place),
    safeText(route),
    safeText(asks.length === 0 ? nobody : told(asks, optional)),
  ];
}

function told(asks: readonly string[], optional: boolean): string {
  return optional ? `no token, or ${asks.join('; ')}` : asks.join('; ');
}
