import { createHash } from 'node:crypto';
import type { Account } from '../ports/index.ts';

/** Another one once the password is another. Tells nothing of it: what it is made of is a salted hash already. */
export function passwordState({ passwordHash }: Pick<Account, 'passwordHash'>): string {
  return createHash('sha256').update(passwordHash).digest('base64url');
}
