import { quotaGrant } from '../limits/quota-grant.ts';
import type { QuotaBook, QuotaPage } from './quota-book.ts';

/** For tests and trials: what it counted ends with the process. */
export function createMemoryQuotaBook(): QuotaBook {
  const pages = new Map<string, { readonly endsAt: number; used: number }>();
  const nameOf = ({ key, endsAt }: QuotaPage) => `${endsAt} ${key}`;
  return {
    async reserve(page, limit, want) {
      const known = pages.get(nameOf(page)) ?? { endsAt: page.endsAt, used: 0 };
      const granted = quotaGrant(known.used, limit, want);
      known.used += granted;
      pages.set(nameOf(page), known);
      return { granted, used: known.used };
    },
    async giveBack(page, count) {
      const known = pages.get(nameOf(page));
      if (known !== undefined) known.used = Math.max(0, known.used - count);
    },
    async forget(before, limit) {
      const old = [...pages].filter(([, { endsAt }]) => endsAt < before).slice(0, limit);
      for (const [name] of old) pages.delete(name);
      return old.length;
    },
  };
}
