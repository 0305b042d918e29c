import { createHash } from 'node:crypto';
import type { UserSummary } from '@signet/contracts';
import type { Account, AccountEmail } from '../ports/index.ts';

/** Without the hash of the password. */
export function summaryOf(account: Account, email?: AccountEmail): UserSummary {
  const { id, username, roles, scopes, disabled, createdAt } = account;
  const written = email && { email: { address: email.address, verified: email.verified } };
  return { id, username, ...written, roles, scopes, disabled, createdAt, etag: tagOf(account) };
}

/** Of what a change replaces: the same text as long as that is the same (RFC 9110 §8.8.3). */
export function tagOf({ roles, scopes, disabled }: Account): string {
  const text = JSON.stringify([roles, scopes, disabled]);
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}
