import type { AccountId, AuditDeed } from '@signet/contracts';
import type { Account, AccountStore } from './accounts.ts';
import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
import { createMemoryEmailAddresses } from './email-addresses.memory.ts';
import type { EmailAddressStore } from './email-addresses.ts';
import type { OrganizationStore } from './organizations.ts';
import type { Personal } from './personal.memory.ts';

/**
 * Accounts that last as long as the process.
 * @param organizations Which people are invited into; nobody is invited unless given.
 */
export function createMemoryAccounts(
  audit: MemoryAuditLog = createMemoryAudit(),
  emails: EmailAddressStore & Personal = createMemoryEmailAddresses(),
  others: readonly Personal[] = [],
  organizations?: Pick<OrganizationStore, 'accept'>,
): AccountStore {
  const accounts = new Map<AccountId, Account>();
  const named = (username: string): Account | undefined =>
    [...accounts.values()].find((account) => account.username === username);
  const change = (id: AccountId, changed: Partial<Account>, deed: AuditDeed | undefined): boolean => {
    const account = accounts.get(id);
    if (account === undefined) return false;
    accounts.set(id, { ...account, ...changed });
    audit.appendNow(deed);
    return true;
  };
  return {
    async add(account, deed) {
      if (named(account.username) !== undefined) return 'exists';
      accounts.set(account.id, structuredClone(account));
      audit.appendNow(deed);
      return 'added';
    },
    async addWithEmail(account, email, deed) {
      if (named(account.username) !== undefined) return 'exists';
      // The name is held while the address is asked for.
      accounts.set(account.id, structuredClone(account));
      if ((await emails.put(email)) === 'taken') {
        accounts.delete(account.id);
        return 'taken';
      }
      audit.appendNow(deed);
      return 'added';
    },
    async addInvited({ account, email, deed }, invitation, { membership, deed: joined }) {
      if (named(account.username) !== undefined) return 'exists';
      accounts.set(account.id, structuredClone(account));
      const undo = <Answer>(answer: Answer): Answer => {
        accounts.delete(account.id);
        return answer;
      };
      if ((await emails.put(email)) === 'taken') return undo('taken');
      if ((await organizations?.accept(invitation, membership, 1)) !== 'added') {
        emails.forgetAccount(account.id);
        return undo('over');
      }
      audit.appendNow(deed);
      audit.appendNow(joined);
      return 'added';
    },
    async findByUsername(username) {
      return named(username);
    },
    async findById(id) {
      return accounts.get(id);
    },
    async withIds(ids) {
      return [...accounts.values()].filter(({ id }) => ids.includes(id));
    },
    async list() {
      return [...accounts.values()].sort(byAge);
    },
    async page({ limit, after, username, role, group, disabled }) {
      return [...accounts.values()]
        .filter(
          (one) =>
            (after === undefined || one.username > after) &&
            (username === undefined || one.username === username) &&
            (role === undefined || one.roles.includes(role)) &&
            (group === undefined || one.groups.includes(group)) &&
            (disabled === undefined || one.disabled === disabled),
        )
        .sort((one, other) => (one.username < other.username ? -1 : 1))
        .slice(0, limit);
    },
    async change(before, { roles, scopes, disabled }, deed) {
      const kept = accounts.get(before.id);
      if (kept === undefined || standing(kept) !== standing(before)) return false;
      return change(before.id, { roles: [...roles], scopes: [...scopes], disabled }, deed);
    },
    async changeBeside(role, before, after, deed) {
      const others = [...accounts.values()].filter(({ id }) => id !== before.id);
      if (!others.some(({ roles, disabled }) => !disabled && roles.includes(role))) return 'last';
      const kept = accounts.get(before.id);
      if (kept === undefined || standing(kept) !== standing(before)) return 'stale';
      change(before.id, { ...after }, deed);
      return 'changed';
    },
    async changeAttributes(before, attributes, deed) {
      const kept = accounts.get(before.id);
      if (kept === undefined || JSON.stringify(kept.attributes) !== JSON.stringify(before.attributes)) {
        return false;
      }
      return change(before.id, { attributes: structuredClone(attributes) }, deed);
    },
    async changeGroups(before, groups, deed) {
      const kept = accounts.get(before.id);
      if (kept === undefined || kept.groups.join(' ') !== before.groups.join(' ')) return false;
      return change(before.id, { groups: [...groups] }, deed);
    },
    async replacePassword(id, previousHash, nextHash, deed) {
      if (accounts.get(id)?.passwordHash !== previousHash) return false;
      return change(id, { passwordHash: nextHash, passwordIsOneTime: false }, deed);
    },
    async remove(id, deed) {
      if (!accounts.delete(id)) return false;
      for (const held of [emails, ...others]) held.forgetAccount(id);
      audit.appendNow(deed);
      return true;
    },
    async setDisabled(id, disabled, deed) {
      return change(id, { disabled }, deed);
    },
  };
}

function byAge(one: Account, other: Account): number {
  return one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
}

function standing({ roles, scopes, disabled }: Account): string {
  return JSON.stringify([roles, scopes, disabled]);
}
