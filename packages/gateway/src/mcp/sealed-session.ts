import { createHmac, timingSafeEqual } from 'node:crypto';
import type { TrustedToken } from '@signet/trust/bearer';

/** Whose a session is: whoever shows the token of somebody else has another one. */
export function ownerOf(
  server: string,
  { issuer, subject, clientId, jti }: Pick<TrustedToken, 'issuer' | 'subject' | 'clientId' | 'jti'>,
): string {
  const nobody = subject === undefined && clientId === undefined;
  return JSON.stringify([server, issuer, subject ?? null, clientId ?? null, nobody ? (jti ?? null) : null]);
}

const longestId = 1_024;

/** What a client is given in place of the session id of its server: good for nobody else. @param secrets at least one */
export function sealSession(id: string, owner: string, [secret]: readonly Buffer[]): string {
  if (secret === undefined) throw new TypeError('Nothing to seal a session with');
  return `${Buffer.from(id).toString('base64url')}.${sealOf(id, owner, secret).toString('base64url')}`;
}

/** The id as its server gave it; undefined of what was not sealed here, or for another caller or server. */
export function openSession(sealed: string, owner: string, secrets: readonly Buffer[]): string | undefined {
  if (sealed.length > 2 * longestId || !/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}$/.test(sealed)) return undefined;
  const [first = '', second = ''] = sealed.split('.');
  const id = Buffer.from(first, 'base64url').toString('utf8');
  const shown = Buffer.from(second, 'base64url');
  const isOurs = secrets.some((secret) => {
    const seal = sealOf(id, owner, secret);
    return seal.length === shown.length && timingSafeEqual(seal, shown);
  });
  return isOurs && isSessionId(id) ? id : undefined;
}

/** Visible ASCII, as the revisions with sessions have it. */
export function isSessionId(id: string): boolean {
  return id.length <= longestId && /^[\x21-\x7e]+$/.test(id);
}

function sealOf(id: string, owner: string, secret: Buffer): Buffer {
  return createHmac('sha256', secret)
    .update(JSON.stringify([owner, id]))
    .digest();
}
