import { generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { verifyToken } from '@signet/token/verify';

export const callerNames = ['customer', 'support', 'auditor'] as const;
export const requestNames = ['read-own', 'read-other', 'refund'] as const;
export type CallerName = (typeof callerNames)[number];
export type RequestName = (typeof requestNames)[number];

/** Whether each rule says yes; the caller is let in where all do. */
export interface AccessDecision {
  readonly token: string;
  readonly needsScope: string;
  readonly verified: boolean;
  readonly scope: boolean;
  /** Which of the two last rules applies: reading asks for an attribute, a refund for a role. */
  readonly last: 'attribute' | 'role';
  readonly lastRule: boolean;
  readonly allowed: boolean;
}

const issuer = 'https://login.example';
const audience = 'https://api.example/orders';
const scopes: Readonly<Record<CallerName, string>> = {
  customer: 'orders:read',
  support: 'orders:read orders:write',
  auditor: 'orders:read',
};

/** Signs a token for the caller, verifies it, and asks the rules. @param now seconds since the epoch */
export async function decideAccess(
  caller: CallerName,
  request: RequestName,
  now: number,
): Promise<AccessDecision> {
  const { signing, verification } = await generateKeyPair('ES256', 'access-1');
  const claims = { iss: issuer, sub: `usr_${caller}`, aud: audience, scope: scopes[caller], roles: [caller] };
  const token = await signToken({ ...claims, iat: now, exp: now + 900 }, { key: signing, type: 'at+jwt' });
  const policy = { keys: [verification], issuers: [issuer], audiences: [audience], now };
  const answer = await verifyToken(token, policy);
  const read = answer.verdict === 'verified' ? answer.token.claims : {};
  const needsScope = request === 'refund' ? 'orders:write' : 'orders:read';
  const hasRole = (role: string): boolean => Array.isArray(read['roles']) && read['roles'].includes(role);
  const scope = String(read['scope']).split(' ').includes(needsScope);
  const owner = request === 'read-own' ? `usr_${caller}` : 'usr_somebody_else';
  const last = request === 'refund' ? 'role' : 'attribute';
  const lastRule =
    hasRole('support') || (last === 'attribute' && (read['sub'] === owner || hasRole('auditor')));
  const verified = answer.verdict === 'verified';
  return { token, needsScope, verified, scope, last, lastRule, allowed: verified && scope && lastRule };
}
