import { createHash } from 'node:crypto';
import type { AskedModel } from '../models/asked-model.ts';
import type { Admitted } from '../steps/passage.ts';
import { claimAt, claimText } from '../token/claim-at.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CompiledModelCache } from './compile-model-cache.ts';

/**
 * By what a question finds its answer: all that it says, whose it is, and which guards look at it. Undefined where nobody can
 * say whose it is: nothing is kept of it then.
 */
export function keyOf(
  { protocol, request, came, caller, guards, own }: AskedModel,
  admitted: Admitted,
  cache: CompiledModelCache,
): string | undefined {
  const whose = whoseOf(admitted, cache);
  if (whose === undefined) return undefined;
  const { version = null, beta = null } = caller;
  const asked = [protocol, own?.asked ?? null, request.model, request.stream];
  const words = [cache.epoch, whose, asked, version, beta, guards.names];
  // A hash of what was asked, so that no dump of the keys shows it.
  return createHash('sha256')
    .update(JSON.stringify(words))
    .update(canonicalJson(came.root))
    .digest('base64url');
}

/** The same claim of two issuers, or of two organizations, is not the same. */
function whoseOf(admitted: Admitted, { sharedBy }: CompiledModelCache): readonly unknown[] | undefined {
  if (!('token' in admitted)) return undefined;
  const { issuer, subject, clientId, organization, claims } = admitted.token;
  if (sharedBy === undefined)
    return subject === undefined
      ? undefined
      : ['subject', issuer, organization ?? null, subject, clientId ?? null];
  const shared = claimText(claimAt(claims, sharedBy));
  return shared === undefined ? undefined : ['shared', issuer, organization ?? null, shared];
}
