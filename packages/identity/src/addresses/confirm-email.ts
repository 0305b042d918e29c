import { type ConfirmEmailAnswer, refusal } from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { MailedLinks } from '../mail/mailed-links.ts';
import type { Mailroom } from '../mail/mailroom.ts';
import { verifiedOf } from '../mail/write-errands.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { AccountStore, EmailAddressStore } from '../ports/index.ts';

export interface ConfirmEmailParts {
  readonly accounts: AccountStore;
  readonly emails: EmailAddressStore;
  readonly links: MailedLinks;
  readonly mailroom: Mailroom;
  readonly audit: Audit;
}

/** The address is the account's from now on; the one before, which may be its owner's still, is told. */
export async function confirmEmail(
  token: string,
  parts: ConfirmEmailParts,
): Promise<Outcome<ConfirmEmailAnswer>> {
  const link = await parts.links.use(token, 'verify_email');
  if (link.kind === 'denied') return link;
  const { accountId, address, language, state } = link.value;
  const account = await parts.accounts.findById(accountId);
  const before = await parts.emails.of(accountId);
  if (account === undefined || account.disabled || verifiedOf(before) !== state) return overtaken;
  if ((await parts.emails.put({ accountId, address, verified: true })) === 'taken') return taken;
  const self = { kind: 'account', id: accountId } as const;
  await parts.audit.record('account.email_verified', { actor: self, target: self });
  const isAnother = state !== '' && verifiedOf({ address, verified: true }) !== state;
  if (before !== undefined && isAnother) {
    await parts.mailroom.ask({ kind: 'email_changed', accountId, to: before.address, address, language });
  }
  return passed({ email: address });
}

const overtaken: Denied = denied(refusal('link_unusable.overtaken'));
const taken: Denied = denied(refusal('email_taken'));
