import type { AccountId, UserInfo } from '@signet/contracts';
import type { EmailAddressStore } from '../ports/index.ts';

/** What an app is told that may know the address (OpenID Connect Core 1.0 §5.4). */
export async function emailClaims(
  id: AccountId,
  emails: EmailAddressStore,
): Promise<Pick<UserInfo, 'email' | 'email_verified'>> {
  const email = await emails.of(id);
  return email === undefined ? {} : { email: email.address, email_verified: email.verified };
}
