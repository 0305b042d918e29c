import { eachAmount, nothing } from '../ledger/amounts.ts';
import { checkLabelName, checkLedgerRequest, checkSettlement } from '../ledger/check-request.ts';
import { type PageCounts, pageName, pageState, withoutRoom } from '../ledger/page-room.ts';
import { type LedgerStep, stepOf } from '../ledger/step-of.ts';
import type {
  Amounts,
  Labels,
  Ledger,
  LedgerPage,
  LedgerRequest,
  ReserveAnswer,
  SettleAnswer,
  Settlement,
} from './ledger.ts';
import type { CostSum, LedgerFault, LedgerReader } from './ledger-reader.ts';

interface Booking extends Settlement {
  readonly at: number;
  readonly booked: Amounts;
  readonly labels: Labels;
}

interface Held {
  request: LedgerRequest;
  state: 'open' | 'expired' | 'released' | 'settled';
  leaseUntil: number;
  readonly openedAt: number;
  readonly steps: LedgerStep[];
  booking?: Booking;
}

/** For tests and trials: what it counted ends with the process. */
export function createMemoryLedger(now: () => number): Ledger & LedgerReader {
  const requests = new Map<string, Held>();
  const pages = new Map<string, PageCounts & { readonly budget: string; readonly endsAt: number }>();

  const countsOf = (page: LedgerPage): PageCounts => pages.get(pageName(page)) ?? { held: 0, spent: 0 };
  const count = (page: LedgerPage, { held = 0, spent = 0 }: Partial<PageCounts>): void => {
    const before = countsOf(page);
    pages.set(pageName(page), {
      budget: page.budget,
      endsAt: page.endsAt,
      held: before.held + held,
      spent: before.spent + spent,
    });
  };
  const hold = ({ pages: all, most }: LedgerRequest, sign: 1 | -1): void => {
    for (const page of all) count(page, { held: sign * most[page.counts] });
  };
  const reserved = (request: LedgerRequest): ReserveAnswer => ({
    kind: 'reserved',
    pages: request.pages.map((page) => pageState(page, countsOf(page))),
  });
  const withRoom = (answer: () => ReserveAnswer): ReserveAnswer => {
    const first = answer();
    return first.kind === 'refused' && expire(Number.POSITIVE_INFINITY) > 0 ? answer() : first;
  };

  function expire(limit: number): number {
    const over = [...requests.values()]
      .filter(({ state, leaseUntil }) => state === 'open' && leaseUntil <= now())
      .slice(0, limit);
    for (const held of over) free(held, 'expired');
    return over.length;
  }

  function free(held: Held, state: 'expired' | 'released'): void {
    hold(held.request, -1);
    held.steps.push(stepOf.releasing(held.request.most));
    held.state = state;
  }

  function close(held: Held, settlement: Settlement): SettleAnswer {
    const { request } = held;
    const late = held.state === 'expired';
    const before = late ? nothing : request.most;
    const booked = settlement.cost === 'as-reserved' ? request.most : settlement.cost;
    if (!late) hold(request, -1);
    for (const page of request.pages) count(page, { spent: booked[page.counts] });
    const step = stepOf.settling(before, booked);
    held.steps.push(step);
    held.state = 'settled';
    held.booking = { ...settlement, at: now(), booked, labels: settlement.labels ?? request.labels };
    return { kind: 'settled', booked, overrun: step.reserved, late };
  }

  return {
    async reserve(request) {
      checkLedgerRequest(request);
      return withRoom(() => {
        const known = requests.get(request.id);
        if (known !== undefined) return known.state === 'open' ? reserved(known.request) : { kind: 'closed' };
        const empty = withoutRoom(request, countsOf);
        if (empty.length > 0) return { kind: 'refused', empty };
        hold(request, 1);
        requests.set(request.id, {
          request,
          state: 'open',
          openedAt: now(),
          leaseUntil: now() + request.leaseFor,
          steps: [stepOf.reserving(request.most)],
        });
        return reserved(request);
      });
    },
    async move(request) {
      checkLedgerRequest(request);
      return withRoom(() => {
        const held = requests.get(request.id);
        if (held?.state !== 'open') return { kind: 'closed' };
        const before = new Map(
          held.request.pages.map((page) => [pageName(page), held.request.most[page.counts]]),
        );
        const empty = withoutRoom(request, countsOf, (page) => before.get(pageName(page)) ?? 0);
        if (empty.length > 0) return { kind: 'refused', empty };
        hold(held.request, -1);
        hold(request, 1);
        held.steps.push(stepOf.releasing(held.request.most), stepOf.reserving(request.most));
        held.request = request;
        held.leaseUntil = now() + request.leaseFor;
        return reserved(request);
      });
    },
    async settle(id, settlement) {
      checkSettlement(settlement);
      const held = requests.get(id);
      if (held === undefined) throw new Error('Nothing was reserved under this id.');
      if (held.state === 'settled' || held.state === 'released')
        return { kind: 'already', booked: held.booking?.booked ?? nothing };
      return close(held, settlement);
    },
    async release(id) {
      const held = requests.get(id);
      if (held === undefined) return 'already';
      const wasOpen = held.state === 'open';
      if (wasOpen) free(held, 'released');
      else if (held.state === 'expired') held.state = 'released';
      return wasOpen ? 'released' : 'already';
    },
    async book(request, settlement) {
      checkLedgerRequest(request);
      checkSettlement(settlement);
      const known = requests.get(request.id);
      if (known !== undefined) return { kind: 'already', booked: known.booking?.booked ?? nothing };
      const held: Held = {
        request,
        state: 'expired',
        openedAt: now(),
        leaseUntil: now(),
        steps: [],
      };
      requests.set(request.id, held);
      return { kind: 'settled', booked: close(held, settlement).booked, overrun: nothing, late: false };
    },
    expire: async (limit) => expire(limit),
    async forget(before, limit) {
      const old = [...requests.values()]
        .filter((held) => held.state !== 'open' && keptUntil(held) < before)
        .slice(0, limit);
      for (const { request } of old) requests.delete(request.id);
      if (old.length < limit)
        for (const [name, { endsAt, held }] of pages) if (endsAt < before && held === 0) pages.delete(name);
      return old.length;
    },
    async costs({ by, since, until, limit }) {
      checkLabelName(by);
      const booked = [...requests.values()].flatMap(({ booking, request }) =>
        booking !== undefined && booking.at >= since && booking.at < until ? [{ booking, request }] : [],
      );
      const groups = Map.groupBy(booked, ({ booking, request }) =>
        JSON.stringify([request.currency, booking.labels[by] ?? null]),
      );
      return [...groups.values()]
        .map((each) => sumOf(each, by))
        .toSorted(byCost)
        .slice(0, limit);
    },
    async check() {
      const all = [...requests.values()];
      return {
        requests: all.length,
        budgets: pages.size,
        open: all.filter(({ state }) => state === 'open').length,
        faults: all.flatMap(requestFaults).slice(0, 100),
      };
    },
  };
}

function keptUntil({ openedAt, request }: Held): number {
  return Math.max(openedAt, ...request.pages.map(({ endsAt }) => endsAt));
}

function sumOf(
  each: readonly { readonly booking: Booking; readonly request: LedgerRequest }[],
  by: string,
): CostSum {
  const [first] = each;
  const value = first?.booking.labels[by];
  const sum = (of: (booking: Booking) => number) =>
    each.reduce((total, { booking }) => total + of(booking), 0);
  return {
    ...(value === undefined ? {} : { value }),
    currency: first?.request.currency ?? '',
    requests: each.length,
    micros: sum(({ booked }) => booked.micros),
    input: sum(({ usage }) => usage.input),
    output: sum(({ usage }) => usage.output),
    unpriced: sum(({ priced }) => (priced ? 0 : 1)),
  };
}

function byCost(one: CostSum, other: CostSum): number {
  const dearer =
    other.micros - one.micros || (one.currency < other.currency ? -1 : Number(one.currency > other.currency));
  if (dearer !== 0) return dearer;
  if (one.value === undefined || other.value === undefined)
    return one.value === other.value ? 0 : one.value === undefined ? 1 : -1;
  return one.value < other.value ? -1 : Number(one.value > other.value);
}

function requestFaults({ request, state, steps }: Held): readonly LedgerFault[] {
  const total = (of: (step: LedgerStep) => Amounts) =>
    steps.reduce((sum, step) => eachAmount(sum, of(step), (one, other) => one + other), nothing);
  const [reserved, settled, released] = [
    total((step) => step.reserved),
    total((step) => step.settled),
    total((step) => step.released),
  ];
  const open = state === 'open' ? request.most : nothing;
  return (['micros', 'tokens'] as const).flatMap((counts): readonly LedgerFault[] => {
    const closed = settled[counts] + released[counts] + open[counts];
    return reserved[counts] === closed
      ? []
      : [{ kind: 'request', id: request.id, counts, counted: reserved[counts], found: closed }];
  });
}
