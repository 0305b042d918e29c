import { type BudgetFacts, type Calendar, type HighestCost, labelsOf, pagesOf } from '@signet/ai';
import { refusal } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { Journey } from '../journey.ts';
import {
  type Amounts,
  type Labels,
  type LedgerPage,
  type LedgerRequest,
  mostAmount,
  type PageState,
  type ReportFault,
  type Settlement,
  type SpendingLedger,
} from '../ports/index.ts';
import { fieldsOf, secondsUntil } from './budget-fields.ts';
import type { CompiledBudget, CompiledSpending } from './compiled-spending.ts';
import { amountIn, type SpendTrace, unitOf } from './spend-trace.ts';
import type { Unbooked } from './unbooked.ts';
import type { Unwritten } from './unwritten.ts';

export interface SpendingServices {
  readonly ledger: SpendingLedger;
  readonly calendar: Calendar;
  readonly reportFault: ReportFault;
  readonly unwritten: Unwritten;
  readonly unbooked: Unbooked;
}

/** What is to be asked now, and what it may cost. */
export interface Offer {
  readonly facts: BudgetFacts;
  readonly most: HighestCost;
  /** In which it is billed. */
  readonly currency: string;
  /** Milliseconds that it may take. */
  readonly deadline: number;
}

/** What came of it: nothing where nobody can bill it. */
export type Bill = 'nothing' | Settlement;

/** Beyond the deadline of what is asked: by then it is closed, or whoever held it is gone. */
const leaseMargin = 60_000;
const longestLease = 86_400_000;
const nothingSpent: Amounts = Object.freeze({ micros: 0, tokens: 0 });

interface Open {
  readonly request: LedgerRequest;
  readonly told: SpendTrace;
  /** False: no budget counts it, and it is booked once it is over. */
  readonly isReserved: boolean;
}

/**
 * The money of one request: reserved before anything is asked, moved where somebody else is asked instead, booked when it is over.
 * Each part that may be billed has a name of its own in the ledger, so that none is billed twice and none is lost.
 */
export class Spending {
  readonly #journey: Journey;
  readonly #rules: CompiledSpending;
  readonly #services: SpendingServices;
  #open: Open | undefined;
  #parts = 0;
  #asked = false;

  constructor(journey: Journey, rules: CompiledSpending, services: SpendingServices) {
    this.#journey = journey;
    this.#rules = rules;
    this.#services = services;
  }

  /** Undefined: it may be asked. Nothing may go to anybody before. */
  async reserve(offer: Offer): Promise<Denial | undefined> {
    const { currency } = offer;
    const most = amountsOf(offer.most);
    const told: SpendTrace = { step: 'limit', most, currency, pages: undefined, booked: undefined };
    this.#journey.trace.tell(told);
    const applicable = this.#applicable(offer);
    if (applicable instanceof Denial) return applicable;
    await this.#services.unbooked.room();
    const before = this.#open;
    const request = this.#requestOf(offer, most, applicable);
    if (before?.isReserved !== true && applicable.length === 0) {
      told.pages = [];
      this.#open = { request, told, isReserved: false };
      return undefined;
    }
    // Whatever becomes of the question, the ledger may have heard it: it is closed at the end.
    if (before?.isReserved !== true) this.#open = { request, told, isReserved: true };
    try {
      const { ledger } = this.#services;
      const answer = await (before?.isReserved === true ? ledger.move(request) : ledger.reserve(request));
      if (answer.kind === 'closed') return unavailable();
      if (answer.kind === 'refused') {
        this.#open = before;
        return this.#exhausted(request, answer.empty);
      }
      told.pages = answer.pages;
      if (before !== undefined) before.told.booked = nothingSpent;
      this.#open = { request, told, isReserved: true };
      return undefined;
    } catch {
      return unavailable();
    }
  }

  /** From now on somebody may bill it. */
  asked(): void {
    this.#asked = true;
  }

  /** What was asked last is over. Never rejects: what cannot be written down is told to the operator, and tried again. */
  async close(bill: Bill): Promise<void> {
    this.#asked = false;
    if (bill === 'nothing' || this.#open === undefined) return;
    const { request, told, isReserved } = this.#open;
    this.#open = undefined;
    this.#parts += 1;
    const { ledger } = this.#services;
    await this.#carefully(async () => {
      const answer = await (isReserved
        ? ledger.settle(request.id, noLess(bill, request))
        : ledger.book(request, bill));
      told.booked = answer.booked;
    });
  }

  /** The request is over. What nobody may bill is free again; what somebody may, and has not said, counts as reserved. */
  async end(): Promise<void> {
    const open = this.#open;
    if (open === undefined) return;
    if (this.#asked) return this.close(unsaid);
    this.#open = undefined;
    open.told.booked = nothingSpent;
    if (open.isReserved) await this.#carefully(() => this.#services.ledger.release(open.request.id));
  }

  /** The budgets that count it; why it may not be asked, where one of them cannot count it. */
  #applicable({ facts, most, currency }: Offer): readonly LedgerPage[] | Denial {
    const clock = { calendar: this.#services.calendar, now: this.#journey.at };
    const applicable: LedgerPage[] = [];
    for (const budget of this.#rules.budgets) {
      const [page] = pagesOf([budget], facts, clock);
      if (page === undefined) continue;
      const lack = lackOf(budget, most, currency);
      if (lack !== undefined && !budget.soft && !(lack === 'unpriced' && budget.unpriced))
        return new Denial('limit', refusal(`cost_unknown.${lack}`, { budget: budget.name }));
      if (!isOtherCurrency(budget, currency)) applicable.push(page);
    }
    return applicable;
  }

  #requestOf(
    { facts, currency, deadline }: Offer,
    most: Amounts,
    pages: readonly LedgerPage[],
  ): LedgerRequest {
    const { reference } = this.#journey;
    return {
      id: this.#parts === 0 ? reference : `${reference}.${this.#parts}`,
      ...{ pages, most, currency },
      leaseFor: Math.min(longestLease, deadline + leaseMargin),
      labels: withoutEmpty(labelsOf(facts, this.#rules.claims)),
    };
  }

  #exhausted({ most, currency }: LedgerRequest, empty: readonly PageState[]): Denial {
    const { at } = this.#journey;
    // Of several the one that is filled last: before that it would be refused again.
    const [last] = empty.toSorted((one, other) => other.endsAt - one.endsAt);
    if (last === undefined) return unavailable();
    const { budget, counts, limit, left, endsAt } = last;
    const wait = secondsUntil(endsAt, at);
    const told = refusal('budget_exhausted', {
      ...{ budget, wait, unit: unitOf(counts, currency) },
      ...{
        limit: amountIn(limit, counts),
        left: amountIn(left, counts),
        most: amountIn(most[counts], counts),
      },
    });
    return new Denial('limit', told, {
      headers: ['retry-after', String(wait), ...fieldsOf(empty, currency, at)],
    });
  }

  async #carefully(write: () => Promise<unknown>): Promise<void> {
    const { unbooked, unwritten, reportFault } = this.#services;
    try {
      await unbooked.during(write);
    } catch (error) {
      reportFault(error, this.#journey.reference);
      unwritten.keep(write);
      return;
    }
    if (unwritten.count > 0) await unwritten.again();
  }
}

/** What is not said is no value: a call of a route has no model. */
function withoutEmpty(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''));
}

/** What had a price when it was reserved, and none when it came, counts as reserved: no budget is left by it. */
function noLess(settlement: Settlement, { most }: LedgerRequest): Settlement {
  return settlement.priced || most.micros === 0 ? settlement : { ...settlement, cost: 'as-reserved' };
}

/** Somebody may have billed it, and nobody can say what. */
const unsaid: Settlement = Object.freeze({
  cost: 'as-reserved',
  usage: { input: 0, output: 0 },
  provenance: 'estimated',
  priced: true,
});

function lackOf(
  budget: CompiledBudget,
  most: HighestCost,
  currency: string,
): 'unbounded' | 'unpriced' | undefined {
  if (most.kind === 'unbounded') return 'unbounded';
  if (budget.most.counts === 'tokens') return undefined;
  return most.kind === 'unpriced' || isOtherCurrency(budget, currency) ? 'unpriced' : undefined;
}

/** Millionths of one currency count nothing in another. */
function isOtherCurrency({ most }: CompiledBudget, currency: string): boolean {
  return most.counts === 'micros' && most.currency !== currency;
}

function amountsOf(most: HighestCost): Amounts {
  if (most.kind === 'unbounded') return nothingSpent;
  const micros = most.kind === 'known' ? most.micros : 0;
  return { micros: Math.min(micros, mostAmount), tokens: Math.min(most.tokens, mostAmount) };
}

function unavailable(): Denial {
  return new Denial('limit', refusal('ledger_unavailable'), { headers: ['retry-after', '1'] });
}
