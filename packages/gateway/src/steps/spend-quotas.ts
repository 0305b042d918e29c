import { refusal, type WallTime } from '@signet/contracts';
import { Denial } from '../denial.ts';
import { quotaWindow } from '../limits/quota-window.ts';
import { quotaPolicy } from '../limits/rate-limit-fields.ts';
import { budgetName } from '../limits/whose-budget.ts';
import type { QuotaAnswer, Quotas } from '../ports/index.ts';
import type { QuotaTrace, Trace } from '../trace.ts';
import type { Authorized, MatchedOpen, Nobodys } from './passage.ts';

/** Whose quotas are spent, and when. */
export interface Spender {
  readonly address: string;
  readonly at: WallTime;
  readonly trace: Trace;
}

/** One of each quota, after everything else that could refuse: a call that is refused costs none. */
export function spendQuotas(
  allowed: Authorized | Nobodys | MatchedOpen,
  quotas: Quotas,
  spender: Spender,
  index = 0,
): Denial | undefined | Promise<Denial | undefined> {
  const quota = allowed.route.quotas[index];
  if (quota === undefined) return undefined;
  const { address, at, trace } = spender;
  const window = quotaWindow(quota.period, at);
  const told: QuotaTrace = { step: 'limit', quota, left: undefined, window, at };
  trace.tell(told);
  const next = (answer: QuotaAnswer) => {
    if (!answer.admitted) return spent(told);
    told.left = answer.remaining;
    return spendQuotas(allowed, quotas, spender, index + 1);
  };
  try {
    const key = budgetName(quota, 'token' in allowed ? allowed.token : undefined, address);
    const answer = quotas.spend({ key, limit: quota.count, endsAt: window.endsAt }, at);
    return answer instanceof Promise ? answer.then(next).catch(uncounted) : next(answer);
  } catch {
    return uncounted();
  }
}

function spent({ quota: { count, period, name }, window, at }: QuotaTrace): Denial {
  const wait = Math.max(1, Math.ceil((window.endsAt - at) / 1000));
  const told = refusal(`quota_spent.${period}`, { count, by: name, wait });
  const headers = [
    ...['retry-after', String(wait)],
    ...['ratelimit-policy', quotaPolicy({ name, period, count }, window)],
    ...['ratelimit', `"${name}/${period}";r=0;t=${wait}`],
  ];
  return new Denial('limit', told, { headers });
}

function uncounted(): Denial {
  return new Denial('limit', refusal('limiter_unavailable'), { headers: ['retry-after', '1'] });
}
