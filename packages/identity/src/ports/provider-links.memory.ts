import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
import type { Personal } from './personal.memory.ts';
import type { ProviderLink, ProviderLinkStore } from './provider-links.ts';

/** Links that last as long as the process. Each method does its work without waiting. */
export function createMemoryProviderLinks(
  audit: MemoryAuditLog = createMemoryAudit(),
): ProviderLinkStore & Personal {
  let links: readonly ProviderLink[] = [];
  return {
    forgetAccount(id) {
      links = links.filter(({ accountId }) => accountId !== id);
    },
    async find(issuer, subject) {
      return links.find((link) => link.issuer === issuer && link.subject === subject);
    },
    async of(accountId) {
      return links
        .filter((link) => link.accountId === accountId)
        .toSorted((one, other) => (one.issuer < other.issuer ? -1 : 1));
    },
    async add(link, deed) {
      const { accountId, issuer, subject } = link;
      const isTaken = links.some(
        (other) => other.issuer === issuer && (other.subject === subject || other.accountId === accountId),
      );
      if (isTaken) return 'taken';
      links = [...links, { ...link }];
      audit.appendNow(deed);
      return 'added';
    },
    async remove(accountId, issuer, deed) {
      const left = links.filter((link) => link.accountId !== accountId || link.issuer !== issuer);
      if (left.length === links.length) return false;
      links = left;
      audit.appendNow(deed);
      return true;
    },
  };
}
