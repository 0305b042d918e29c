import type { IdentityConfiguration, PasskeyId } from '@signet/contracts';
import { hasPassword } from '../accounts/no-password.ts';
import type { Account, EmailAddressStore, PasskeyStore, ProviderLinkStore } from '../ports/index.ts';
import type { ProviderDirectory } from '../providers/provider-directory.ts';

export interface WaysInParts {
  readonly configuration: () => IdentityConfiguration;
  readonly providers: ProviderDirectory;
  readonly providerLinks: Pick<ProviderLinkStore, 'of'>;
  readonly passkeys: Pick<PasskeyStore, 'ofAccount'>;
  readonly emails: Pick<EmailAddressStore, 'of'>;
}

/** What is about to be taken away: the sign-in at a provider, or a passkey. */
export type WayIn = { readonly issuer: string } | { readonly passkey: PasskeyId };

/**
 * Whether something else than this signs the person in. A link for a new password is no way in by itself: whoever has
 * lost the mailbox has none.
 */
export async function hasAnotherWayIn(account: Account, way: WayIn, parts: WaysInParts): Promise<boolean> {
  if (hasPassword(account)) return true;
  const configured = new Set(parts.providers.list().map(({ issuer }) => issuer));
  const links = await parts.providerLinks.of(account.id);
  const isOther = ({ issuer }: { readonly issuer: string }) => !('issuer' in way) || issuer !== way.issuer;
  if (links.some((link) => configured.has(link.issuer) && isOther(link))) return true;
  const passkeys = await parts.passkeys.ofAccount(account.id);
  if (passkeys.some(({ id }) => !('passkey' in way) || id !== way.passkey)) return true;
  return parts.configuration().emailSignIn && (await parts.emails.of(account.id))?.verified === true;
}
