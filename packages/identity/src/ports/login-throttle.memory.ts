import type { SteadyClock, SteadyTime } from '@signet/contracts';
import { addressGroup, networkOf } from '../login/address-group.ts';
import type { FailureTables } from '../login/failure-exchange.ts';
import { createFailureTable, type FailureTable } from '../login/failure-table.ts';
import {
  addressPause,
  arrivalPause,
  attackFrom,
  deviceFailures,
  forgottenAfter,
  type GrowingPause,
  mostNames,
  networkPause,
  pauseAfter,
  strangerPause,
  strangerPauseUnderAttack,
} from '../login/throttle-rules.ts';
import { createWaitingTurns } from '../login/waiting-turns.ts';
import type { Attempt, LoginThrottle, SignInAttempt, Throttled } from './login-throttle.ts';

interface Wait {
  readonly by: Throttled['by'];
  readonly milliseconds: number;
}

const ofThisProcess: FailureTables = () => createFailureTable({ forgottenAfter, names: mostNames });

/** Counts in tables of this process alone, unless it is given others. */
export function createMemoryLoginThrottle(
  steady: SteadyClock,
  tables: FailureTables = ofThisProcess,
): LoginThrottle {
  const devices = tables('devices');
  const strangers = createStrangers(tables);

  return {
    async begin(attempt) {
      const now = steady();
      const { knownDevice } = attempt;
      if (knownDevice !== undefined && devices.count(knownDevice, now) < deviceFailures) {
        devices.add(knownDevice, now);
        return answer({
          succeeded: () => devices.clear(knownDevice),
          abandoned: () => devices.takeBack(knownDevice, 1, steady()),
        });
      }
      return strangers.begin(attempt, now);
    },
  };
}

/** Devices that nobody knows share budgets: of their address, of their network, and of the network at the account. */
function createStrangers(tables: FailureTables) {
  const addresses = tables('addresses');
  const networks = tables('networks');
  const accounts = tables('accounts');
  const pairs = tables('pairs');
  const turns = createWaitingTurns({ networks: mostNames, perNetwork: 16 });

  function waits({ username, address }: SignInAttempt, pair: string, now: SteadyTime): readonly Wait[] {
    const network = networkOf(address);
    const failures = accounts.count(username, now);
    const attacked = failures >= attackFrom;
    const arrived = !attacked || pairs.count(pair, now) > 0;
    const arrival = arrived ? 0 : turns.waitFor(network, username, pauseAfter(failures, arrivalPause), now);
    return [
      { by: 'address', milliseconds: left(addresses, addressGroup(address), addressPause, now) },
      { by: 'network', milliseconds: left(networks, network, networkPause, now) },
      {
        by: 'account',
        milliseconds: left(pairs, pair, attacked ? strangerPauseUnderAttack : strangerPause, now),
      },
      { by: 'account', milliseconds: arrival },
    ];
  }

  return {
    begin(attempt: SignInAttempt, now: SteadyTime): Attempt | Throttled {
      const { username, address } = attempt;
      const network = networkOf(address);
      const pair = `${network} ${username}`;
      const [longest] = waits(attempt, pair, now).toSorted((a, b) => b.milliseconds - a.milliseconds);
      if (longest && longest.milliseconds > 0) {
        return { kind: 'throttled', retryAfter: Math.ceil(longest.milliseconds / 1000), by: longest.by };
      }
      const counted = [
        [addresses, addressGroup(address)],
        [networks, network],
        [accounts, username],
        [pairs, pair],
      ] as const;
      for (const [table, name] of counted) table.add(name, now);
      const takeBack = () => {
        for (const [table, name] of counted) table.takeBack(name, 1, now);
      };
      return answer({
        succeeded() {
          // Whoever mistyped until the right password came was no attack at the account.
          const mistyped = pairs.count(pair, now) - 1;
          takeBack();
          accounts.takeBack(username, mistyped, now);
          pairs.clear(pair);
        },
        abandoned: takeBack,
      });
    },
  };
}

function left(table: FailureTable, name: string, pause: GrowingPause, now: SteadyTime): number {
  return Math.max(0, pauseAfter(table.count(name, now), pause) - table.sinceLast(name, now));
}

function answer(then: { readonly succeeded: () => void; readonly abandoned: () => void }): Attempt {
  return {
    kind: 'attempt',
    succeeded: async () => then.succeeded(),
    abandoned: async () => then.abandoned(),
  };
}
