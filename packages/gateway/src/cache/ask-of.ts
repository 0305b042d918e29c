import type { Journey } from '../journey.ts';
import type { RequestHead } from '../request/request-head.ts';
import { valuesOf } from '../request/values-of.ts';
import type { Admitted } from '../steps/passage.ts';
import { claimAt, claimText } from '../token/claim-at.ts';
import { contextHeaders, requestHeaders } from '../upstream/request-headers.ts';
import type { Asked } from './asked.ts';
import type { CompiledCache } from './compile-cache.ts';
import { type Directives, readDirectives } from './directives.ts';

/** Names that say who calls although no gateway reads them. */
const credentialName =
  /^(?:cookie|authorization|(?:[a-z0-9-]+-)?(?:api-?key|auth|authorization|token|secret|session|signature|password|credential)s?(?:-[a-z0-9-]+)?)$/i;

/** A longer name is taken for one: nobody should have to search it. */
const longestName = 64;

function saysWho(name: string): boolean {
  return name.length > longestName || credentialName.test(name);
}

/** Which nobody but the upstream can answer: how they end depends on what is there now. */
const forUpstream: ReadonlySet<string> = new Set(['if-match', 'if-unmodified-since']);

export interface Told {
  readonly upstream: string;
  /** Path and query as the upstream gets them. */
  readonly target: string;
}

/** Undefined for a request whose answer is not kept, and that no answer is kept for. */
export function askOf(
  journey: Journey,
  head: RequestHead,
  admitted: Admitted,
  cache: CompiledCache,
  told: Told,
): Asked | undefined {
  if ((head.method !== 'GET' && head.method !== 'HEAD') || head.body.kind !== 'none') return undefined;
  if (
    head.opensSocket ||
    head.headers.some((name, at) => at % 2 === 0 && forUpstream.has(name.toLowerCase()))
  )
    return undefined;
  const subject = cache.perSubject ? subjectOf(admitted, cache) : [];
  if (subject === undefined) return undefined;
  const resource = resourceOf(head, admitted.path);
  const outgoing = requestHeaders(head, admitted, journey);
  const context = [
    ...contextHeaders(admitted, { evenEmpty: true }),
    ...(admitted.route.transform?.written(admitted) ?? []),
    ...named(outgoing, admitted.route.excepted),
  ];
  const parts = [cache.epoch, journey.scheme, resource, told.upstream, told.target, context, subject];
  return {
    cache,
    route: admitted.route.id,
    resource,
    path: admitted.path,
    key: JSON.stringify(parts),
    outgoing,
    directives: requestDirectives(head.headers),
    credential:
      !cache.perSubject &&
      ('token' in admitted || outgoing.some((name, at) => at % 2 === 0 && saysWho(name))),
    isHead: head.method === 'HEAD',
  };
}

export function resourceOf({ authority, query }: RequestHead, path: string): string {
  return `${authority.toLowerCase()}${path}${query}`;
}

/** Who calls, as answers are told apart; undefined where a token names nobody. Nobody's requests are told apart from everyone's. */
function subjectOf(admitted: Admitted, { claims }: CompiledCache): readonly unknown[] | undefined {
  if (!('token' in admitted)) return ['nobody'];
  const { issuer, subject, clientId, organization, claims: said } = admitted.token;
  if (subject === undefined) return undefined;
  const others = claims.map((claim) => claimText(claimAt(said, claim)) ?? null);
  return [issuer, subject, clientId ?? null, organization ?? null, ...others];
}

/** `Pragma` says `no-cache` where nothing else is said (RFC 9111 §5.4). */
function requestDirectives(headers: readonly string[]): Directives {
  const values = valuesOf('cache-control', headers);
  if (values.length > 0) return readDirectives(values);
  const isOld = /(?:^|[,\s])no-cache(?:[,\s]|$)/i.test(valuesOf('pragma', headers).join(','));
  return new Map(isOld ? [['no-cache', '']] : []);
}

function named(headers: readonly string[], names: ReadonlySet<string>): readonly string[] {
  if (names.size === 0) return [];
  return headers.filter((_, at) => names.has((headers[at - (at % 2)] ?? '').toLowerCase()));
}
