import type { CompiledLimit } from '../snapshot/compiled-route.ts';
import type { LimitTrace, NotNeeded, StepTrace } from '../trace.ts';

/** Of one limit, as draft-ietf-httpapi-ratelimit-headers §3 writes it: how many, in how many seconds. */
export function policyOf({ name, budget }: Pick<CompiledLimit, 'name' | 'budget'>): string {
  return `"${name}";q=${budget.count};w=${Math.max(1, Math.ceil(budget.per / 1000))}`;
}

/**
 * What a client is told of the budgets that its request drew on: the fields `RateLimit-Policy` and `RateLimit`, one after the
 * other; nothing where there was no limit.
 */
export function rateLimitFields(told: readonly (StepTrace | NotNeeded)[]): readonly string[] {
  const limits = told.filter((one): one is LimitTrace => one.step === 'limit' && 'limit' in one);
  if (limits.length === 0) return [];
  return [
    ...['ratelimit-policy', limits.map(({ limit }) => policyOf(limit)).join(', ')],
    ...['ratelimit', limits.map(({ limit, left = 0 }) => `"${limit.name}";r=${left}`).join(', ')],
  ];
}
