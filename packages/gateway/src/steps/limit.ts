import { createHash } from 'node:crypto';
import { refusal, type SingleWhose, type SteadyTime } from '@signet/contracts';
import type { TrustedToken } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import { policyOf } from '../limits/rate-limit-fields.ts';
import type { LimitAnswer, Limiter } from '../ports/index.ts';
import { addressBudget } from '../request/client-address.ts';
import type { CompiledLimit } from '../snapshot/compiled-route.ts';
import { claimAt } from '../token/claim-at.ts';
import { type LimitTrace, notNeeded, type Trace } from '../trace.ts';
import type { Admitted, Authorized, MatchedOpen, Nobodys } from './passage.ts';

/** Who calls, as far as budgets are concerned. */
export interface Caller {
  readonly address: string;
  readonly now: SteadyTime;
  readonly trace: Trace;
  /** Holds one of so many places of this name until the request has ended; false where all are taken. */
  readonly hold: (name: string, most: number) => boolean;
}

const noLimit = notNeeded('no-limit', 'limit');

/**
 * Takes a place among those that the route lets be at once, and one from every budget of it. The answer is immediate as long as the limiter's is; when the limiter
 * cannot be reached, the request is refused.
 */
export function limit(
  allowed: Authorized | Nobodys | MatchedOpen,
  limiter: Limiter,
  caller: Caller,
): Admitted | Denial | Promise<Admitted | Denial> {
  const { limits, concurrency } = allowed.route;
  const crowded = takePlaces(allowed, caller);
  if (crowded !== undefined) return crowded;
  if (limits.length > 0) return takeFrom(0, allowed, limiter, caller);
  if (concurrency.length === 0) caller.trace.tell(noLimit);
  return allowed as Admitted;
}

/** Before anything is taken from a budget, which is not given back. */
function takePlaces(
  allowed: Authorized | Nobodys | MatchedOpen,
  { address, trace, hold }: Caller,
): Denial | undefined {
  const token = 'token' in allowed ? allowed.token : undefined;
  for (const concurrency of allowed.route.concurrency) {
    const { most, name } = concurrency;
    const held = hold(budgetName(concurrency, token, address), most);
    trace.tell({ step: 'limit', concurrency, held });
    if (held) continue;
    const told = refusal('concurrency_limited.route', { most, by: name });
    return new Denial('limit', told, { headers: ['retry-after', '1'] });
  }
  return undefined;
}

function takeFrom(
  index: number,
  allowed: Authorized | Nobodys | MatchedOpen,
  limiter: Limiter,
  caller: Caller,
): Admitted | Denial | Promise<Admitted | Denial> {
  const limit = allowed.route.limits[index];
  if (limit === undefined) return allowed as Admitted;
  const token = 'token' in allowed ? allowed.token : undefined;
  const told: LimitTrace = { step: 'limit', limit, left: undefined };
  caller.trace.tell(told);
  const next = (answer: LimitAnswer) => {
    if (!answer.admitted) return limited(limit, answer.retryAfterMs);
    told.left = answer.remaining;
    return takeFrom(index + 1, allowed, limiter, caller);
  };
  try {
    const answer = limiter.take(budgetName(limit, token, caller.address), limit.budget, caller.now);
    return answer instanceof Promise ? answer.then(next).catch(unavailable) : next(answer);
  } catch {
    return unavailable();
  }
}

/** A token without the claim shares one budget with all others without it: leaving it out must not be a way around. */
function budgetName(
  { by, prefix }: Pick<CompiledLimit, 'by' | 'prefix'>,
  token: TrustedToken | undefined,
  address: string,
): string {
  if (by.kind !== 'mix') return prefix + ownerOf(by, token, address);
  // As JSON, so that no two combinations have one name.
  return prefix + bounded(JSON.stringify(by.of.map((each) => ownerOf(each, token, address))));
}

function ownerOf(by: SingleWhose, token: TrustedToken | undefined, address: string): string {
  if (by.kind === 'route') return '';
  return by.kind === 'address' ? addressBudget(address) : claimBudget(claimAt(token?.claims ?? {}, by.claim));
}

/** As JSON, so that no two values share a budget: not `7` and `"7"`, nor two texts that UTF-8 has no bytes for. */
function claimBudget(value: unknown): string {
  return value === undefined || value === null ? '' : bounded(JSON.stringify(value));
}

const longestValue = 128;

function bounded(value: string): string {
  if (value.length <= longestValue) return value;
  // The mark is no beginning of JSON: a claim that spells out the digest of another has a budget of its own.
  return `#${createHash('sha256').update(value).digest('base64url')}`;
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
