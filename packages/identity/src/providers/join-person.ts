import type { AuditDeed, MailLanguage, WallClock } from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { Mailroom } from '../mail/mailroom.ts';
import type { Account, EmailAddressStore, ProviderLink, ProviderLinkStore } from '../ports/index.ts';
import type { ProviderPerson } from './provider-cookie.ts';
import type { KnownProvider } from './provider-directory.ts';

export interface JoinParts {
  readonly providerLinks: ProviderLinkStore;
  readonly emails: EmailAddressStore;
  readonly mailroom: Mailroom;
  readonly wall: WallClock;
  readonly audit: Audit;
}

/** By what the two were found to be one. */
interface Joining {
  readonly provider: KnownProvider;
  readonly by: 'address' | 'registration' | 'person';
}

export function joined(
  { id }: Pick<Account, 'id'>,
  { issuer, subject, email }: ProviderPerson,
  { provider, by }: Joining,
  { wall, audit }: Pick<JoinParts, 'wall' | 'audit'>,
): { readonly link: ProviderLink; readonly deed: AuditDeed } {
  const self = { kind: 'account', id } as const;
  const details = { provider: provider.id, issuer, by };
  const known = email === undefined ? {} : { email };
  return {
    link: { accountId: id, issuer, subject, ...known, linkedAt: wall() },
    deed: audit.deed('account.provider_joined', { actor: self, target: self, details }),
  };
}

/** From now on the provider signs this person in. Their owner is told by mail, for it is another way into the account. */
export async function joinPerson(
  account: Account,
  person: ProviderPerson,
  joining: Joining & { readonly language: MailLanguage },
  parts: JoinParts,
): Promise<'added' | 'taken'> {
  const { link, deed } = joined(account, person, joining, parts);
  if ((await parts.providerLinks.add(link, deed)) === 'taken') return 'taken';
  const email = await parts.emails.of(account.id);
  if (email?.verified) {
    await parts.mailroom.ask({
      kind: 'provider_joined',
      accountId: account.id,
      to: email.address,
      provider: joining.provider.name,
      language: joining.language,
    });
  }
  return 'added';
}
