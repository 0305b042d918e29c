import type { FactorProof } from '@signet/contracts';
import { hasPassword, showPassword } from '../accounts/no-password.ts';
import { type ProveByMailParts, proveByMail } from '../email-sign-in/prove-by-mail.ts';
import { type CheckPasswordParts, checkPassword, type SignInFrom } from '../login/check-password.ts';
import { tellChallenge } from '../login/tell-challenge.ts';
import { type Outcome, passed } from '../outcome.ts';
import { checkPasskey } from '../passkeys/check-passkey.ts';
import type { Account } from '../ports/index.ts';
import { type ProveByProviderParts, proofOver, proveByProvider } from '../providers/prove-by-provider.ts';
import { type ShowSecondFactorParts, showSecondFactor } from './show-second-factor.ts';

export interface ProofParts
  extends ShowSecondFactorParts,
    CheckPasswordParts,
    ProveByMailParts,
    ProveByProviderParts {
  readonly accounts: CheckPasswordParts['accounts'];
  readonly audit: CheckPasswordParts['audit'];
  readonly protocol: ProveByProviderParts['protocol'];
  readonly wall: ShowSecondFactorParts['wall'];
}

/** The first of what is shown, and how it is used up once all the rest is right. */
interface First {
  readonly account: Account;
  readonly use: () => Promise<boolean>;
}

/**
 * That it is the person, and not who found the browser open or holds a token: all that a sign-in asks, guarded in the
 * same way. A passkey is two factors, and needs nothing beside it. Whoever has no password shows something else in its
 * place; whoever has one shows that, so that a mailbox alone changes nothing of their account.
 */
export async function proveFreshly(
  account: Account,
  { proof, from }: { readonly proof: FactorProof; readonly from: SignInFrom },
  parts: ProofParts,
): Promise<Outcome<Account>> {
  const { password, mail, byProvider, passkey } = proof;
  if (passkey !== undefined && password === undefined && mail === undefined && byProvider === undefined) {
    const shown = await checkPasskey({ passkey, heldByBrowser: from.heldByBrowser }, parts, account);
    return shown.kind === 'denied' ? shown : passed(shown.value.account);
  }
  const first = await showFirst(account, proof, from, parts);
  if (first.kind === 'denied') return first;
  const shown = await showSecondFactor(first.value.account, proof, from, parts);
  if (shown.kind === 'challenged') return tellChallenge(shown.challenge);
  if (shown.kind === 'denied') return shown;
  return (await first.value.use()) ? passed(first.value.account) : proofOver;
}

async function showFirst(
  account: Account,
  { password, mail }: FactorProof,
  from: SignInFrom,
  parts: ProofParts,
): Promise<Outcome<First>> {
  if (password !== undefined) {
    const known = await checkPassword({ ...from, username: account.username, password }, parts);
    return known.kind === 'denied' ? known : passed({ account: known.value, use: async () => true });
  }
  if (hasPassword(account)) return showPassword;
  const shown =
    mail === undefined
      ? await proveByProvider(account, from.cookies, parts)
      : await proveByMail(account, mail, parts);
  return shown.kind === 'denied' ? shown : passed({ account, use: shown.value.use });
}
