import type { RevocationTarget, RevokeRequest } from '@signet/contracts';
import type { Handle } from '@signet/http';
import type { Revoker } from '../ports/index.ts';

/** When it answers, the gateways in reach refuse what was revoked. */
export function revokeTarget(parts: {
  readonly issuer: string;
  readonly revoker: Revoker;
}): Handle<'revoke'> {
  return async ({ body }) => {
    const wanted = toTarget(body, parts.issuer, parts.revoker.issuedSoFar());
    if (wanted.kind === 'key' && wanted.issuer === parts.issuer) {
      const { entry, ...successor } = await parts.revoker.revokeKey(wanted.kid, 'administrator');
      return { sequence: entry.sequence, target: entry.target, ...successor };
    }
    const { sequence, target } = await parts.revoker.revoke(wanted, 'administrator');
    return { sequence, target };
  };
}

function toTarget(request: RevokeRequest, ownIssuer: string, issuedUpTo: number): RevocationTarget {
  if ('jti' in request) return { kind: 'token', issuer: request.issuer ?? ownIssuer, jti: request.jti };
  if ('kid' in request) return { kind: 'key', issuer: request.issuer ?? ownIssuer, kid: request.kid };
  if ('sid' in request) return { kind: 'session', issuer: ownIssuer, sid: request.sid };
  if ('client_id' in request) {
    return { kind: 'client', issuer: ownIssuer, clientId: request.client_id, issuedUpTo };
  }
  return { kind: 'subject', issuer: ownIssuer, sub: request.sub, issuedUpTo };
}
