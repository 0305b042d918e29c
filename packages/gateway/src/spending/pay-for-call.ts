import type { RoutePrice } from '@signet/contracts';
import type { Denial } from '../denial.ts';
import { cameNowhere } from '../http1/came-nowhere.ts';
import type { Journey } from '../journey.ts';
import { mostAmount } from '../ports/index.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { Seats } from '../seats.ts';
import type { Admitted } from '../steps/passage.ts';
import type { AttemptTrace } from '../trace.ts';
import { callerFacts } from './caller-facts.ts';
import { type Bill, Spending, type SpendingServices } from './spending.ts';

/** Milliseconds: what takes longer is booked late. */
const longestCall = 900_000;

/** Sends a call on, once the budgets that count it have room for its price; without a price at once. */
export async function payForCall(
  journey: Journey,
  head: RequestHead,
  admitted: Admitted,
  services: SpendingServices & { readonly seats: Seats },
  send: () => Promise<void>,
): Promise<Denial | undefined> {
  const rules = admitted.route.spending;
  const price = rules?.price;
  if (rules === undefined || price === undefined) {
    await send();
    return undefined;
  }
  const spending = new Spending(journey, rules, services);
  const { micros, currency } = price;
  const denial = await spending.reserve({
    facts: { ...callerFacts(admitted, head), provider: '', model: '' },
    most: { kind: 'known', micros, tokens: 0, currency },
    ...{ currency, deadline: longestCall },
  });
  try {
    if (denial !== undefined) return denial;
    spending.asked();
    await send();
    // While it is booked, who has the answer may ask again.
    services.seats.vacate(journey);
    await spending.close(billOfCall(price, journey.trace.lastAttempt, journey.costSaid));
    return undefined;
  } finally {
    await spending.end();
  }
}

/** A call costs its price where it was answered; not where its upstream failed, and as reserved where nobody knows. */
export function billOfCall(
  { micros, header }: RoutePrice,
  attempt: Pick<AttemptTrace, 'status' | 'failure'> | undefined,
  said: string | undefined,
): Bill {
  if (attempt === undefined) return 'nothing';
  const { status, failure } = attempt;
  if (status === undefined && failure !== undefined && cameNowhere(failure)) return 'nothing';
  if (status !== undefined && status >= 500) return 'nothing';
  const rest = { usage: { input: 0, output: 0 }, priced: true } as const;
  if (status === undefined) return { ...rest, cost: 'as-reserved', provenance: 'aborted-partial' };
  if (header === undefined) return { ...rest, cost: { micros, tokens: 0 }, provenance: 'provider' };
  const told = microsIn(said);
  if (told === undefined) return { ...rest, cost: 'as-reserved', provenance: 'estimated' };
  return { ...rest, cost: { micros: told, tokens: 0 }, provenance: 'provider' };
}

/** `0.0125` → 12500; what is finer than a millionth is rounded up. */
function microsIn(text: string | undefined): number | undefined {
  const [, units, decimals = ''] = /^([0-9]{1,9})(?:\.([0-9]{1,18}))?$/.exec(text?.trim() ?? '') ?? [];
  if (units === undefined) return undefined;
  const finer = /[1-9]/.test(decimals.slice(6)) ? 1 : 0;
  const micros = Number(units) * 1_000_000 + Number(decimals.slice(0, 6).padEnd(6, '0')) + finer;
  return Math.min(micros, mostAmount);
}
