import {
  checkLedgerRequest,
  checkSettlement,
  type Ledger,
  type LedgerReader,
  type LedgerRequest,
  type ReserveAnswer,
} from '@signet/gateway/ports';
import { type Database, inTransaction } from '../../database.ts';
import { checkLedger } from './check-ledger.ts';
import { bookRequest, bookTogether, releaseRequest, settleRequest } from './close-request.ts';
import { readCosts } from './costs.ts';
import { expireLeases, forgetRequests } from './forget-requests.ts';
import { Gate } from './gate.ts';
import { JoinedBookings } from './joined-bookings.ts';
import type { LedgerTransaction } from './ledger-transaction.ts';
import { moveRequest } from './move-request.ts';
import { refusedAtSight, reserveRequest } from './reserve-request.ts';
import { type StoreClock, storeClock } from './store-clock.ts';

/**
 * So that thousands who wait for one budget leave connections to the others. SQLite has one, on which all that are let
 * through together share a commit: the others wait for no more than these.
 */
const mostAtOnce: Readonly<Record<Database['kind'], number>> = { postgres: 4, sqlite: 64 };
/** As many leases as a request frees that would be refused without. */
const expiredAtOnce = 100;

export function createSqlLedger(
  database: Database,
  clock: StoreClock = storeClock(database.kind),
): Ledger & LedgerReader {
  const { kind } = database;
  const gate = new Gate(mostAtOnce[kind]);
  const step = <Result>(work: (on: LedgerTransaction) => Promise<Result>) =>
    gate.through(() =>
      inTransaction(database, async (query) => work({ kind, query, now: await clock(query) })),
    );
  const joined = new JoinedBookings((bookings) => step((on) => bookTogether(on, bookings)));
  let freeing: Promise<number> | undefined;
  /** Of all who are about to be refused at once, one looks. */
  const freeLeases = (): Promise<number> => {
    freeing ??= expire(expiredAtOnce).finally(() => {
      freeing = undefined;
    });
    return freeing;
  };
  /** Not inside of the refused transaction: it holds pages, which those that are freed may wait for. */
  const withRoom = async (attempt: () => Promise<ReserveAnswer>): Promise<ReserveAnswer> => {
    const first = await attempt();
    if (first.kind !== 'refused') return first;
    return (await freeLeases()) > 0 ? attempt() : first;
  };
  /** On SQLite the transaction asks as cheaply, and nobody else is in the file meanwhile. */
  const refusedBefore = async (request: LedgerRequest): Promise<ReserveAnswer | undefined> =>
    kind === 'sqlite' ? undefined : gate.through(() => refusedAtSight(database, request));
  const expire = (limit: number): Promise<number> =>
    gate.through(async () => expireLeases(database, await clock(database.query), limit));

  return {
    async reserve(request) {
      checkLedgerRequest(request);
      return withRoom(
        async () => (await refusedBefore(request)) ?? (await step((on) => reserveRequest(on, request))),
      );
    },
    async move(request) {
      checkLedgerRequest(request);
      return withRoom(() => step((on) => moveRequest(on, request)));
    },
    async settle(id, settlement) {
      checkSettlement(settlement);
      return step((on) => settleRequest(on, id, settlement));
    },
    release: (id) => step((on) => releaseRequest(on, id)),
    async book(request, settlement) {
      checkLedgerRequest(request);
      checkSettlement(settlement);
      const booking = { request, settlement };
      return request.pages.length === 0 ? joined.add(booking) : step((on) => bookRequest(on, booking));
    },
    expire,
    forget: (before, limit) => forgetRequests(database, before, limit),
    costs: (query) => readCosts(database, query),
    check: () => checkLedger(database),
  };
}
