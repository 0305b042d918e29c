import type { AccountId } from '@signet/contracts';
import { mergeConsent } from '../consents/merge-consent.ts';
import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
import type { Consent, ConsentPlace, ConsentStore } from './consents.ts';
import type { Personal } from './personal.memory.ts';

/** Consents that last as long as the process. Each method does its work without waiting. */
export function createMemoryConsents(audit: MemoryAuditLog = createMemoryAudit()): ConsentStore & Personal {
  const consents = new Map<string, Consent>();
  const gone = new Set<AccountId>();
  const removeWhere = (isMeant: (consent: Consent) => boolean): boolean => {
    const meant = [...consents].filter(([, consent]) => isMeant(consent));
    for (const [key] of meant) consents.delete(key);
    return meant.length > 0;
  };
  return {
    forgetAccount(id) {
      gone.add(id);
      removeWhere(({ accountId }) => accountId === id);
    },
    async find(place) {
      return consents.get(keyOf(place));
    },
    async of(accountId) {
      return [...consents.values()]
        .filter((consent) => consent.accountId === accountId)
        .toSorted((one, other) => one.agreedAt - other.agreedAt);
    },
    async agree(given, deed) {
      if (gone.has(given.accountId)) return;
      consents.set(keyOf(given), structuredClone(mergeConsent(consents.get(keyOf(given)), given)));
      audit.appendNow(deed);
    },
    async used(place, at, unlessSince) {
      const consent = consents.get(keyOf(place));
      if (consent === undefined || (consent.lastUsedAt ?? Number.NEGATIVE_INFINITY) >= unlessSince) return;
      consents.set(keyOf(place), { ...consent, lastUsedAt: at });
    },
    async withdraw(accountId, clientId, deed) {
      const isDone = removeWhere((one) => one.accountId === accountId && one.clientId === clientId);
      if (isDone) audit.appendNow(deed);
      return isDone;
    },
    async removeOfClient(clientId) {
      removeWhere((one) => one.clientId === clientId);
    },
  };
}

function keyOf({ accountId, clientId, audience, organization }: ConsentPlace): string {
  return JSON.stringify([accountId, clientId, organization ?? '', audience]);
}
