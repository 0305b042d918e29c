import {
  type AccountId,
  type IdentityConfiguration,
  type InviteUserRequest,
  refusal,
  SignetError,
} from '@signet/contracts';
import type { Mailroom } from '../mail/mailroom.ts';
import type { AccountStore, EmailAddressStore } from '../ports/index.ts';
import type { AccountDirectory } from './account-directory.ts';
import { normaliseUsername } from './username.ts';

/** Makes an account for somebody, and mails them a link to choose its password. */
export type Invite = (request: InviteUserRequest) => Promise<{ readonly id: AccountId }>;

/**
 * Whoever has not followed the link yet may be invited again, at the same address.
 * Rejects with `registration_closed`, `request_invalid`, `account_exists`, `email_taken` or `overloaded`.
 */
export function createInvite(parts: {
  readonly directory: Pick<AccountDirectory, 'add'>;
  readonly accounts: AccountStore;
  readonly emails: EmailAddressStore;
  readonly mailroom: Mailroom;
  readonly configuration: () => Pick<IdentityConfiguration, 'registration'>;
}): Invite {
  async function invitedBefore({ username, email }: InviteUserRequest): Promise<AccountId | undefined> {
    const account = await parts.accounts.findByUsername(normaliseUsername(username) ?? '');
    const known = account && (await parts.emails.of(account.id));
    const waits = account?.passwordIsOneTime === true && known?.verified === false && known.address === email;
    return waits ? account.id : undefined;
  }

  return async (request) => {
    if (parts.configuration().registration === 'closed')
      throw new SignetError(refusal('registration_closed.invitation'));
    const { email, language, ...account } = request;
    if ((await parts.emails.ownerOf(email)) !== undefined) throw new SignetError(refusal('email_taken'));
    const id = (await invitedBefore(request)) ?? (await parts.directory.add({ ...account, email })).id;
    await parts.mailroom.ask({ kind: 'invitation', accountId: id, to: email, language });
    return { id };
  };
}
