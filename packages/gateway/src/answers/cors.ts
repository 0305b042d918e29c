import { type RouteConfiguration, refusal } from '@signet/contracts';
import { Denial } from '../denial.ts';
import { valuesOf } from '../request/values-of.ts';

/** What pages of other origins may do on a route (Fetch §3.3). */
export interface CompiledCors {
  readonly anyOrigin: boolean;
  /** As browsers write them, with `*` perhaps in place of the first label. */
  readonly origins: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
  /** Beside the origin: name, value, name, value … */
  readonly onAnswers: readonly string[];
  readonly onPreflights: readonly string[];
}

export function compileCors({ cors, match }: RouteConfiguration): CompiledCors | undefined {
  if (cors === undefined) return undefined;
  const { origins, headers = [], expose = [], credentials, maxAge } = cors;
  const allowsCredentials = credentials === true ? ['access-control-allow-credentials', 'true'] : [];
  return Object.freeze({
    anyOrigin: origins.includes('*'),
    origins: new Set(origins),
    headers: new Set(headers),
    onAnswers: [
      ...allowsCredentials,
      ...(expose.length === 0 ? [] : ['access-control-expose-headers', expose.join(', ')]),
    ],
    onPreflights: [
      ...allowsCredentials,
      ...['access-control-allow-methods', match.methods.join(', ')],
      ...(headers.length === 0 ? [] : ['access-control-allow-headers', headers.join(', ')]),
      ...['access-control-max-age', String(Math.floor(maxAge / 1000))],
    ],
  });
}

/** What an answer says to a page: whose origin is not allowed hears nothing, and its browser keeps the answer from it. */
export function corsFields(cors: CompiledCors, headers: readonly string[]): readonly string[] {
  const allowed = allowedOrigin(cors, headers);
  const vary = cors.anyOrigin ? [] : ['vary', 'Origin'];
  if (allowed === undefined) return vary;
  return ['access-control-allow-origin', allowed, ...cors.onAnswers, ...vary];
}

/** What a browser is told that asks before it sends: fields of the answer, or why its page may not. */
export function preflightFields(cors: CompiledCors, headers: readonly string[]): readonly string[] | Denial {
  const allowed = allowedOrigin(cors, headers);
  if (allowed === undefined) return refused('origin');
  const wanted = valuesOf('access-control-request-headers', headers)
    .flatMap((value) => value.split(','))
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  if (!wanted.every((name) => cors.headers.has(name))) return refused('headers');
  return ['access-control-allow-origin', allowed, ...cors.onPreflights, ...varyOfPreflights];
}

const varyOfPreflights = ['vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers'];

function refused(variant: 'origin' | 'headers'): Denial {
  return new Denial('match-route', refusal(`preflight_refused.${variant}`));
}

/** What to say for the origin of a request; undefined where its page may not read the answer. Two origins are none. */
export function allowedOrigin(
  { anyOrigin, origins }: CompiledCors,
  headers: readonly string[],
): string | undefined {
  const [origin, ...more] = valuesOf('origin', headers);
  if (origin === undefined || more.length > 0) return undefined;
  if (anyOrigin) return '*';
  if (origin.includes('*')) return undefined;
  const domain = origin.replace(/^(https?:\/\/)[a-z0-9-]+(?=\.)/, '$1*');
  return origins.has(origin) || origins.has(domain) ? origin : undefined;
}
