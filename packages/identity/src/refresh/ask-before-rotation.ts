import type { MappedClaims } from '../entitlements/claim-input.ts';
import type { AccountStore } from '../ports/index.ts';
import type { AskAhead } from '../tokens/standing-claims.ts';
import type { PresentedLineage } from './rotate.ts';

/**
 * Asks the hook what the next token is to say while the refresh token is still good, so that one that fails uses up nothing.
 * Of a token that was used nothing is asked: whether it was copied is told whatever the hook does.
 */
export async function askBeforeRotation(
  { session, grant, token }: PresentedLineage,
  parts: { readonly accounts: Pick<AccountStore, 'findById'>; readonly askAhead: AskAhead },
): Promise<MappedClaims | undefined> {
  if (token.usedAt !== undefined || session.endedAt !== undefined) return undefined;
  const account = await parts.accounts.findById(session.accountId);
  if (account === undefined || account.disabled) return undefined;
  return parts.askAhead(grant, account);
}
