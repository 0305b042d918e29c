import {
  checkLedgerRequest,
  checkSettlement,
  type Ledger,
  type LedgerReader,
  type ReserveAnswer,
} from '@signet/gateway/ports';
import { type Database, inTransaction, type SchemaTransaction } from '../../database.ts';
import { checkLedger } from './check-ledger.ts';
import { bookRequest, releaseRequest, settleRequest } from './close-request.ts';
import { readCosts } from './costs.ts';
import { expireLeases, forgetRequests } from './forget-requests.ts';
import { Gate } from './gate.ts';
import { moveRequest } from './move-request.ts';
import { refusedAtSight, reserveRequest } from './reserve-request.ts';
import { type StoreClock, storeClock } from './store-clock.ts';

/** So that thousands who wait for one budget leave connections to the others. */
const mostAtOnce = 4;
/** As many leases as a request frees that would be refused without. */
const expiredAtOnce = 100;

export function createSqlLedger(
  database: Database,
  clock: StoreClock = storeClock(database.kind),
): Ledger & LedgerReader {
  const { kind } = database;
  const gate = new Gate(mostAtOnce);
  const step = <Result>(work: (transaction: SchemaTransaction, now: number) => Promise<Result>) =>
    gate.through(() =>
      inTransaction(database, async (transaction) => work(transaction, await clock(transaction))),
    );
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
  const expire = (limit: number): Promise<number> =>
    gate.through(async () => expireLeases(database, await clock(database.query), limit));

  return {
    async reserve(request) {
      checkLedgerRequest(request);
      return withRoom(
        async () =>
          (await gate.through(() => refusedAtSight(database, request))) ??
          (await step((transaction, now) => reserveRequest(kind, transaction, request, now))),
      );
    },
    async move(request) {
      checkLedgerRequest(request);
      return withRoom(() => step((transaction, now) => moveRequest(kind, transaction, request, now)));
    },
    async settle(id, settlement) {
      checkSettlement(settlement);
      return step((transaction, now) => settleRequest(kind, transaction, id, settlement, now));
    },
    release: (id) => step((transaction, now) => releaseRequest(kind, transaction, id, now)),
    async book(request, settlement) {
      checkLedgerRequest(request);
      checkSettlement(settlement);
      return step((transaction, now) => bookRequest(kind, transaction, request, settlement, now));
    },
    expire,
    forget: (before, limit) => forgetRequests(database, before, limit),
    costs: (query) => readCosts(database, query),
    check: () => checkLedger(database),
  };
}
