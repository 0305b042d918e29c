import type { CompiledLimit } from '../snapshot/compiled-limit.ts';
import type { CompiledQuota } from '../snapshot/compiled-route.ts';
import type { LimitTrace, NotNeeded, QuotaTrace, StepTrace } from '../trace.ts';
import type { QuotaWindow } from './quota-window.ts';

/** Of one limit, as draft-ietf-httpapi-ratelimit-headers §3 writes it: how many, in how many seconds. */
export function policyOf({ name, budget }: Pick<CompiledLimit, 'name' | 'budget'>): string {
  return `"${name}";q=${budget.count};w=${Math.max(1, Math.ceil(budget.per / 1000))}`;
}

/** Of a quota; its seconds are those of the day or month that it is. */
export function quotaPolicy(
  { name, period, count }: Pick<CompiledQuota, 'name' | 'period' | 'count'>,
  { length }: QuotaWindow,
): string {
  return `"${name}/${period}";q=${count};w=${length / 1000}`;
}

const none: readonly string[] = Object.freeze([]);

/**
 * What a client is told of the budgets that its request drew on: the fields `RateLimit-Policy` and `RateLimit`, one after the
 * other; nothing where there was no limit.
 */
export function rateLimitFields(told: readonly (StepTrace | NotNeeded)[]): readonly string[] {
  if (!told.some(({ step }) => step === 'limit')) return none;
  const limits = told.filter(
    (one): one is LimitTrace | QuotaTrace => one.step === 'limit' && ('limit' in one || 'quota' in one),
  );
  if (limits.length === 0) return none;
  return [
    ...['ratelimit-policy', limits.map(policy).join(', ')],
    ...['ratelimit', limits.map(state).join(', ')],
  ];
}

function policy(told: LimitTrace | QuotaTrace): string {
  return 'limit' in told ? policyOf(told.limit) : quotaPolicy(told.quota, told.window);
}

function state(told: LimitTrace | QuotaTrace): string {
  const { left = 0 } = told;
  if ('limit' in told) return `"${told.limit.name}";r=${left}`;
  const { name, period } = told.quota;
  return `"${name}/${period}";r=${left};t=${Math.ceil((told.window.endsAt - told.at) / 1000)}`;
}
