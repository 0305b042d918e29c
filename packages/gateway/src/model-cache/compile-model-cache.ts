import { createHash } from 'node:crypto';
import type { ClaimPath, Configuration, LlmConfiguration, RouteConfiguration } from '@signet/contracts';

/** Which answers of models a route keeps. */
export interface CompiledModelCache {
  /** Route, models and issuers as they stand: what was kept under other words is not used. */
  readonly epoch: string;
  /** Milliseconds. */
  readonly keepFor: number;
  /** All callers with the same value have the same answers; undefined: each subject has its own. */
  readonly sharedBy: ClaimPath | undefined;
  readonly maxBodyBytes: number;
}

export function compileModelCache(
  route: RouteConfiguration,
  llm: LlmConfiguration,
  issuers: Configuration['issuers'],
): CompiledModelCache | undefined {
  const cache = route.llm?.cache;
  if (cache === undefined) return undefined;
  const accepted = route.kind === 'protected' ? route.auth.accepts.map(({ issuer }) => issuer) : [];
  const words = JSON.stringify([route, llm, accepted.map((name) => issuers[name])]);
  return Object.freeze({
    epoch: createHash('sha256').update(words).digest('base64url'),
    keepFor: cache.keepFor,
    sharedBy: cache.sharedBy,
    maxBodyBytes: cache.maxBodyBytes,
  });
}
