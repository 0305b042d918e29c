import type { AccountId } from '@signet/contracts';
import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
import type { Personal } from './personal.memory.ts';
import type { ProviderLink, ProviderLinkStore } from './provider-links.ts';
import { createMemoryWaysIn, hasWay, type MemoryWaysIn } from './ways-in.memory.ts';

/** Links that last as long as the process. Each method does its work without waiting. */
export function createMemoryProviderLinks(
  audit: MemoryAuditLog = createMemoryAudit(),
  ways: MemoryWaysIn = createMemoryWaysIn(),
): ProviderLinkStore & Personal {
  let links: readonly ProviderLink[] = [];
  const isLink = (accountId: AccountId, issuer: string) => (link: ProviderLink) =>
    link.accountId === accountId && link.issuer === issuer;
  ways.hasLink = (account, issuer) => links.some(isLink(account, issuer));
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
    async removeBeside(accountId, issuer, other, deed) {
      if (!links.some(isLink(accountId, issuer))) return 'unknown';
      if (!hasWay(ways, accountId, other)) return 'alone';
      links = links.filter((link) => !isLink(accountId, issuer)(link));
      audit.appendNow(deed);
      return 'removed';
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
