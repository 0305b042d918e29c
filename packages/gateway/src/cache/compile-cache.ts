import { createHash } from 'node:crypto';
import { type ClaimPath, type Configuration, type RouteConfiguration, splitTargets } from '@signet/contracts';

/** What of a route's answers is kept. */
export interface CompiledCache {
  /** Route, its upstreams and issuers as they stand: what was kept under other words is not used. */
  readonly epoch: string;
  /** Each subject has answers of its own. */
  readonly perSubject: boolean;
  /** Whose values tell callers apart beside the subject. */
  readonly claims: readonly ClaimPath[];
  readonly maxBodyBytes: number;
}

const unsafe: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export function compileCache(
  route: RouteConfiguration,
  { upstreams, issuers }: Pick<Configuration, 'upstreams' | 'issuers'>,
): CompiledCache | undefined {
  const { cache } = route;
  if (cache === undefined) return undefined;
  const names = [route.upstream, ...splitTargets(route.split)];
  const accepted = route.kind === 'protected' ? route.auth.accepts.map(({ issuer }) => issuer) : [];
  const words = JSON.stringify([
    route,
    names.map((name) => upstreams[name]),
    accepted.map((name) => issuers[name]),
  ]);
  return Object.freeze({
    epoch: createHash('sha256').update(words).digest('base64url'),
    perSubject: cache.per === 'subject',
    claims: cache.claims ?? [],
    maxBodyBytes: cache.maxBodyBytes,
  });
}

/** Whether there is anything of this route that an order could have forgotten. */
export function keepsAnswers({ cache, llm }: Pick<RouteConfiguration, 'cache' | 'llm'>): boolean {
  return cache !== undefined || llm?.cache !== undefined;
}

/** Whether its requests may change what another route keeps (RFC 9111 §4.4). */
export function changesKept({ match }: RouteConfiguration): boolean {
  return match.methods.some(isUnsafe);
}

export function isUnsafe(method: string): boolean {
  return unsafe.has(method);
}
