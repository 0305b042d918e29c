import type { LogoutNotice, LogoutNoticeStore } from './logout-notices.ts';

/** What apps are to be told, as long as the process lasts. Each method does its work without waiting. */
export function createMemoryLogoutNotices(): LogoutNoticeStore {
  const notices = new Map<string, Omit<LogoutNotice, 'dueAt'> & { readonly dueAt: number | undefined }>();

  function change(id: string, changed: Partial<LogoutNotice>): void {
    const notice = notices.get(id);
    if (notice !== undefined) notices.set(id, { ...notice, ...changed });
  }

  return {
    async add(added) {
      for (const notice of added) if (!notices.has(notice.id)) notices.set(notice.id, notice);
    },
    async take(now, until, limit) {
      const due = [...notices.values()]
        .filter((notice): notice is LogoutNotice => notice.dueAt !== undefined && notice.dueAt <= now)
        .toSorted((one, other) => one.dueAt - other.dueAt)
        .slice(0, limit);
      for (const { id } of due) change(id, { dueAt: until });
      return due.map((notice) => ({ ...notice, dueAt: until }));
    },
    async postpone(id, attempts, dueAt) {
      change(id, { attempts, dueAt });
    },
    async finish(id) {
      const notice = notices.get(id);
      if (notice !== undefined) notices.set(id, { ...notice, dueAt: undefined });
    },
    async forget(before, limit) {
      const over = [...notices.values()].filter(({ forgetAfter }) => forgetAfter < before).slice(0, limit);
      for (const { id } of over) notices.delete(id);
      return over.length;
    },
  };
}
