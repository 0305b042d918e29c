import type { ClaimPath, ContextClaims } from '@signet/contracts';
import { draw } from '../random-pool.ts';
import type { Admitted } from '../steps/passage.ts';
import { claimAt } from '../token/claim-at.ts';
import type { CompiledContextToken } from './compile-context-token.ts';

/** The request that a context token is made for, as its upstream gets it. */
export interface BoundRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** The name in the configuration. */
  readonly upstream: string;
  readonly reference: string;
}

/**
 * What a context token says, as JSON.
 * @param now milliseconds since the epoch
 */
export function contextClaims(
  { issuer, audience, lifetime, claims }: CompiledContextToken,
  admitted: Admitted,
  { method, target, upstream, reference }: BoundRequest,
  now: number,
): string {
  const iat = Math.floor(now / 1000);
  const own: ContextClaims = {
    iss: issuer,
    aud: audience,
    ...callerOf(admitted),
    iat,
    exp: iat + lifetime,
    jti: draw(Buffer.alloc(16)).toString('base64url'),
    htm: method,
    target,
    upstream,
    reference,
  };
  return JSON.stringify({ ...chosen(claims, admitted), ...own });
}

function callerOf(admitted: Admitted): Pick<ContextClaims, 'sub' | 'sub_iss'> {
  if (!('token' in admitted)) return {};
  const { subject, issuer } = admitted.token;
  return subject === undefined ? {} : { sub: subject, sub_iss: issuer };
}

interface Tree {
  [member: string]: unknown;
}

/** At the same places as in the caller's token; what that lacks is not there. */
function chosen(paths: readonly ClaimPath[], admitted: Admitted): Tree {
  const tree: Tree = {};
  if (!('token' in admitted)) return tree;
  for (const path of paths) {
    const value = claimAt(admitted.token.claims, path);
    if (value !== undefined) put(tree, path, value);
  }
  return tree;
}

/** No path is a part of another, so that what stands on the way is always of this making. */
function put(tree: Tree, path: ClaimPath, value: unknown): void {
  const [member = '', ...rest] = path;
  if (rest.length === 0) tree[member] = value;
  else {
    const branch = (Object.hasOwn(tree, member) ? tree[member] : {}) as Tree;
    tree[member] = branch;
    put(branch, rest, value);
  }
}
