import type { IdentityConfiguration } from '@signet/contracts';
import { hasPassword } from '../accounts/no-password.ts';
import type {
  Account,
  EmailAddressStore,
  PasskeyStore,
  ProviderLinkStore,
  RemovableWay,
  RemovedBeside,
} from '../ports/index.ts';
import type { ProviderDirectory } from '../providers/provider-directory.ts';

export interface WaysInParts {
  readonly configuration: () => IdentityConfiguration;
  readonly providers: ProviderDirectory;
  readonly providerLinks: Pick<ProviderLinkStore, 'of'>;
  readonly passkeys: Pick<PasskeyStore, 'ofAccount'>;
  readonly emails: Pick<EmailAddressStore, 'of'>;
}

/** `kept`: one that is not taken away on the own page. */
type OtherWay = RemovableWay | 'kept';

/**
 * What else than this signs the person in. A link for a new password is no way in by itself: whoever has lost the mailbox
 * has none.
 */
export async function otherWayIn(
  account: Account,
  way: RemovableWay,
  parts: WaysInParts,
): Promise<OtherWay | undefined> {
  if (hasPassword(account)) return 'kept';
  const byMail = parts.configuration().emailSignIn && (await parts.emails.of(account.id))?.verified === true;
  if (byMail) return 'kept';
  const configured = new Set(parts.providers.list().map(({ issuer }) => issuer));
  const links = await parts.providerLinks.of(account.id);
  const isOther = ({ issuer }: { readonly issuer: string }) => !('issuer' in way) || issuer !== way.issuer;
  const link = links.find((each) => configured.has(each.issuer) && isOther(each));
  if (link !== undefined) return { issuer: link.issuer };
  const passkeys = await parts.passkeys.ofAccount(account.id);
  const passkey = passkeys.find(({ id }) => !('passkey' in way) || id !== way.passkey);
  return passkey && { passkey: passkey.id };
}

/** Each try counts on another way; a person has few. */
const mostTries = 3;

/**
 * Takes a way in away while another stands, which the store sees to: of two pages that take away what the other counts on,
 * one does.
 * @param remove by the store; `kept` has to be asked nothing more
 */
export async function removeWayIn(
  account: Account,
  way: RemovableWay,
  parts: WaysInParts,
  remove: (other: OtherWay) => Promise<RemovedBeside>,
): Promise<RemovedBeside> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const other = await otherWayIn(account, way, parts);
    if (other === undefined) return 'alone';
    const answer = await remove(other);
    if (answer !== 'alone') return answer;
  }
  return 'alone';
}
