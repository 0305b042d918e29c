import type { Family, NewFamily, RefreshToken } from '../ports/families.ts';
import type { Session } from '../ports/session.ts';

/**
 * What names another person's session, grant or family would hand one person's rights to another.
 * @throws TypeError
 */
export function assertFamilyOf(session: Session, { grant, family, first }: NewFamily): void {
  if (grant.accountId !== session.accountId) throw new TypeError('The grant is of another account.');
  if (family.sessionId !== session.id) throw new TypeError('The family belongs to another session.');
  if (family.grantId !== grant.id) throw new TypeError('The family belongs to another grant.');
  assertTokenOf(family, first);
}

/** @throws TypeError */
export function assertTokenOf(family: Family, token: RefreshToken): void {
  if (token.familyId !== family.id) throw new TypeError('The refresh token belongs to another family.');
}
