import { refusal, type SteadyTime, type WallTime } from '@signet/contracts';
import type { TrustedToken } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import { policyOf } from '../limits/rate-limit-fields.ts';
import { budgetName } from '../limits/whose-budget.ts';
import type { LimitAnswer, Limiter, Quotas } from '../ports/index.ts';
import type { CompiledLimit } from '../snapshot/compiled-limit.ts';
import { type LimitTrace, notNeeded, type Trace } from '../trace.ts';
import type { Admitted, Authorized, MatchedOpen, Nobodys } from './passage.ts';
import { spendQuotas } from './spend-quotas.ts';

/** Who calls, as far as budgets are concerned. */
export interface Caller {
  readonly address: string;
  readonly now: SteadyTime;
  readonly at: WallTime;
  readonly trace: Trace;
  /** Holds one of so many places of this name until the request has ended; false where all are taken. */
  readonly hold: (name: string, most: number) => boolean | Promise<boolean>;
}

const noLimit = notNeeded('no-limit', 'limit');

/** Where it is counted. */
export interface Counting {
  readonly limiter: Limiter;
  readonly quotas: Quotas;
}

/**
 * Takes a place among those that the route lets be at once, one from every budget of it, and then one of every quota.
 * The answer is immediate as long as theirs are; where it cannot be counted, the request is refused.
 */
export function limit(
  allowed: Authorized | Nobodys | MatchedOpen,
  counting: Counting,
  caller: Caller,
): Admitted | Denial | Promise<Admitted | Denial> {
  const { concurrency } = allowed.route;
  if (concurrency.length === 0) return count(allowed, counting, caller);
  const next = (crowded: Denial | undefined) => crowded ?? count(allowed, counting, caller);
  const crowded = takePlaces(0, allowed, caller);
  return crowded instanceof Promise ? crowded.then(next) : next(crowded);
}

function count(
  allowed: Authorized | Nobodys | MatchedOpen,
  counting: Counting,
  caller: Caller,
): Admitted | Denial | Promise<Admitted | Denial> {
  const { limits, concurrency, quotas } = allowed.route;
  if (limits.length + quotas.length > 0) return takeFrom(0, allowed, counting, caller);
  if (concurrency.length === 0) caller.trace.tell(noLimit);
  return allowed as Admitted;
}

/** Before anything is taken from a budget, which is not given back. What is held is, whatever becomes of the request. */
function takePlaces(
  index: number,
  allowed: Authorized | Nobodys | MatchedOpen,
  caller: Caller,
): Denial | undefined | Promise<Denial | undefined> {
  const concurrency = allowed.route.concurrency[index];
  if (concurrency === undefined) return undefined;
  const { most, name } = concurrency;
  const { address, trace, hold } = caller;
  const token = 'token' in allowed ? allowed.token : undefined;
  const next = (held: boolean) => {
    trace.tell({ step: 'limit', concurrency, held });
    if (held) return takePlaces(index + 1, allowed, caller);
    const told = refusal('concurrency_limited.route', { most, by: name });
    return new Denial('limit', told, { headers: ['retry-after', '1'] });
  };
  try {
    const held = hold(budgetName(concurrency, token, address), most);
    return held instanceof Promise ? held.then(next, unavailable) : next(held);
  } catch {
    return unavailable();
  }
}

function takeFrom(
  index: number,
  allowed: Authorized | Nobodys | MatchedOpen,
  counting: Counting,
  caller: Caller,
): Admitted | Denial | Promise<Admitted | Denial> {
  const limit = allowed.route.limits[index];
  if (limit === undefined) return afterQuotas(allowed, spendQuotas(allowed, counting.quotas, caller));
  const token = 'token' in allowed ? allowed.token : undefined;
  const told: LimitTrace = { step: 'limit', limit, left: undefined };
  caller.trace.tell(told);
  const next = (answer: LimitAnswer) => {
    if (!answer.admitted) return limited(limit, answer.retryAfterMs);
    told.left = answer.remaining;
    return takeFrom(index + 1, allowed, counting, caller);
  };
  try {
    const answer = counting.limiter.take(budgetName(limit, token, caller.address), limit.budget, caller.now);
    return answer instanceof Promise ? answer.then(next).catch(unavailable) : next(answer);
  } catch {
    return unavailable();
  }
}

/** The same of budgets beside those of the route, such as of a tool that is called. */
export async function takeLimits(
  limits: readonly CompiledLimit[],
  limiter: Limiter,
  {
    token,
    address,
    now,
    trace,
  }: Pick<Caller, 'address' | 'now' | 'trace'> & { readonly token: TrustedToken | undefined },
): Promise<Denial | undefined> {
  for (const limit of limits) {
    const told: LimitTrace = { step: 'limit', limit, left: undefined };
    trace.tell(told);
    try {
      const answer = await limiter.take(budgetName(limit, token, address), limit.budget, now);
      if (!answer.admitted) return limited(limit, answer.retryAfterMs);
      told.left = answer.remaining;
    } catch {
      return unavailable();
    }
  }
  return undefined;
}

function afterQuotas(
  allowed: Authorized | Nobodys | MatchedOpen,
  spent: Denial | undefined | Promise<Denial | undefined>,
): Admitted | Denial | Promise<Admitted | Denial> {
  if (spent instanceof Promise) return spent.then((denial) => denial ?? (allowed as Admitted));
  return spent ?? (allowed as Admitted);
}

function limited({ budget, by, name }: CompiledLimit, retryAfterMs: number): Denial {
  const wait = Math.max(1, Math.ceil(retryAfterMs / 1000));
  const values = { count: budget.count, per: budget.per / 1000, wait };
  const told =
    by.kind === 'claim' || by.kind === 'mix'
      ? refusal('rate_limited.claim', { ...values, claim: name })
      : refusal(`rate_limited.${by.kind}`, values);
  const headers = [
    ...['retry-after', String(wait)],
    ...['ratelimit-policy', policyOf({ name, budget })],
    ...['ratelimit', `"${name}";r=0;t=${wait}`],
  ];
  return new Denial('limit', told, { headers });
}

function unavailable(): Denial {
  return new Denial('limit', refusal('limiter_unavailable'), { headers: ['retry-after', '1'] });
}
