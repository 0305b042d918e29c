import { type AccountId, refusal, SignetError } from '@signet/contracts';
import { createSealer, type Sealer, type SealerParts } from '../keys/key-sealer.ts';
import type { SecondFactorStore } from '../ports/index.ts';

/** Seals what an authenticator app and this server share. */
export type FactorSealer = Sealer<AccountId>;

export function createFactorSealer(parts: SealerParts): FactorSealer {
  return createSealer(parts, {
    purpose: 'signet factor sealing',
    label: 'signet totp secret',
    otherKey: (account) => new SignetError(refusal('master_key_wrong.factor', { account })),
    otherIssuer: (account) => new SignetError(refusal('master_key_wrong.factor', { account })),
  });
}

const atOnce = 200;
/** Far more accounts than one issuer has. */
const mostPages = 1_000_000;

/**
 * Seals every secret anew that is not sealed as today; answers how many. One that changed meanwhile was sealed by a node
 * that has the master key of today, or of before: whoever asks again finds that out.
 * @throws SignetError `master_key_wrong` where one does not open; what was sealed anew until then stays so
 */
export async function resealFactors(store: SecondFactorStore, sealer: FactorSealer): Promise<number> {
  let resealed = 0;
  let after: AccountId | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const apps = await store.list(after, atOnce);
    for (const { accountId, sealedSecret } of apps) {
      const { plain, current } = sealer.open(sealedSecret, accountId);
      if (current) continue;
      if (await store.reseal(accountId, sealedSecret, sealer.seal(plain, accountId))) resealed += 1;
    }
    after = apps.at(-1)?.accountId;
    if (after === undefined) break;
  }
  return resealed;
}
