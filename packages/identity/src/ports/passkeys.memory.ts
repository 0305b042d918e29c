import type { PasskeyId } from '@signet/contracts';
import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
import type { PasskeyStore, StoredPasskey } from './passkeys.ts';
import type { Personal } from './personal.memory.ts';
import { createMemoryWaysIn, hasWay, type MemoryWaysIn } from './ways-in.memory.ts';

/** Passkeys that last as long as the process. Each method does its work without waiting. */
export function createMemoryPasskeys(
  audit: MemoryAuditLog = createMemoryAudit(),
  ways: MemoryWaysIn = createMemoryWaysIn(),
): PasskeyStore & Personal {
  const passkeys = new Map<PasskeyId, StoredPasskey>();
  const all = () => [...passkeys.values()];
  const own = (account: string, id: PasskeyId) => {
    const passkey = passkeys.get(id);
    return passkey?.accountId === account ? passkey : undefined;
  };
  ways.hasPasskey = (account, id) => own(account, id) !== undefined;
  return {
    forgetAccount(account) {
      for (const { id, accountId } of all()) if (accountId === account) passkeys.delete(id);
    },
    async findByCredential(credentialId) {
      return all().find((passkey) => passkey.credentialId === credentialId);
    },
    async ofAccount(account) {
      return all().filter(({ accountId }) => accountId === account);
    },
    async add(passkey, most, deed) {
      if (all().some(({ credentialId }) => credentialId === passkey.credentialId)) return 'exists';
      if (all().filter(({ accountId }) => accountId === passkey.accountId).length >= most) return 'full';
      passkeys.set(passkey.id, passkey);
      audit.appendNow(deed);
      return 'added';
    },
    async rename(account, id, name) {
      const passkey = own(account, id);
      if (passkey !== undefined) passkeys.set(id, { ...passkey, name });
      return passkey !== undefined;
    },
    async remove(account, id, deed) {
      if (own(account, id) === undefined) return false;
      passkeys.delete(id);
      audit.appendNow(deed);
      return true;
    },
    async removeBeside(account, id, other, deed) {
      if (own(account, id) === undefined) return 'unknown';
      if (!hasWay(ways, account, other)) return 'alone';
      passkeys.delete(id);
      audit.appendNow(deed);
      return 'removed';
    },
    async removeAll(account, deed) {
      const gone = all().filter(({ accountId }) => accountId === account);
      for (const { id } of gone) passkeys.delete(id);
      if (gone.length > 0) audit.appendNow(deed);
      return gone.length;
    },
    async use(id, use) {
      const passkey = passkeys.get(id);
      if (passkey === undefined) return false;
      const counts = passkey.counter > 0 || use.counter > 0;
      if (counts && use.counter <= passkey.counter) return false;
      passkeys.set(id, { ...passkey, ...use });
      return true;
    },
  };
}
