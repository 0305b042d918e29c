import type { AccountId } from '@signet/contracts';
import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
import type { Personal } from './personal.memory.ts';
import type { SecondFactorStore, StoredTotp } from './second-factors.ts';

/** Second factors that last as long as the process. Each method does its work without waiting. */
export function createMemorySecondFactors(
  audit: MemoryAuditLog = createMemoryAudit(),
): SecondFactorStore & Personal {
  const apps = new Map<AccountId, StoredTotp>();
  const codesOf = new Map<AccountId, Set<string>>();
  const change = (
    id: AccountId,
    isRight: (app: StoredTotp) => boolean,
    changed: Partial<StoredTotp>,
  ): boolean => {
    const app = apps.get(id);
    if (app === undefined || !isRight(app)) return false;
    apps.set(id, { ...app, ...changed });
    return true;
  };
  return {
    async find(id) {
      return apps.get(id);
    },
    async add(totp, codes, deed) {
      if (apps.has(totp.accountId)) return 'exists';
      apps.set(totp.accountId, totp);
      codesOf.set(totp.accountId, new Set(codes));
      audit.appendNow(deed);
      return 'added';
    },
    async remove(id, deed, leaves) {
      if (leaves?.keepsCodes !== true) codesOf.delete(id);
      const was = apps.delete(id);
      if (was) audit.appendNow(deed);
      return was;
    },
    forgetAccount(id) {
      apps.delete(id);
      codesOf.delete(id);
    },
    async useStep(id, step) {
      return change(id, ({ lastStep }) => lastStep < step, { lastStep: step, failures: 0 });
    },
    async countFailure(id, seen, at) {
      return change(id, ({ failures }) => failures === seen, { failures: seen + 1, failedAt: at });
    },
    async useCode(id, hash, deed) {
      const was = codesOf.get(id)?.delete(hash) ?? false;
      if (was) audit.appendNow(deed);
      return was;
    },
    async replaceCodes(id, codes, deed) {
      codesOf.set(id, new Set(codes));
      audit.appendNow(deed);
    },
    async codesLeft(id) {
      return codesOf.get(id)?.size ?? 0;
    },
    async list(after, limit) {
      const ids = [...apps.keys()].sort((one, other) => (one < other ? -1 : 1));
      const next = ids.filter((id) => after === undefined || id > after).slice(0, limit);
      return next.flatMap((id) => apps.get(id) ?? []);
    },
    async reseal(id, before, after) {
      return change(id, ({ sealedSecret }) => sealedSecret === before, { sealedSecret: after });
    },
  };
}
