import { steadyTime, wallTime } from '@signet/contracts';
import {
  createMemoryFeed,
  createMemoryHolds,
  createMemoryLedger,
  createMemoryLimiter,
  createMemoryQuotaBook,
  createMemoryUsedTokens,
  QuotaShares,
} from '@signet/gateway/ports';
import type { FromWorker, ToWorker } from '../workers/messages.ts';
import { createRemotePorts, type RemotePorts } from '../workers/remote-ports.ts';
import { linkWorker, type PrimaryServices } from '../workers/worker-link.ts';

/**
 * The ports of a gateway process over the real link to its primary, both in this process. What goes through is written
 * as JSON and read again, as the channel between processes does.
 */
export function linkedWorker(services: Partial<PrimaryServices>): RemotePorts {
  let toPrimary: (message: FromWorker) => void = () => undefined;
  const ports = createRemotePorts((message) => toPrimary(overTheWire(message)));
  linkWorker(
    {
      send: (message: ToWorker) => ports.handle(overTheWire(message)),
      receive(handle) {
        toPrimary = handle;
      },
    },
    () => {
      throw new Error('No gateway is started here.');
    },
    { ...idleServices(), ...services },
  );
  return ports;
}

function idleServices(): PrimaryServices {
  return {
    feed: createMemoryFeed(),
    limiter: createMemoryLimiter(),
    quotas: new QuotaShares(createMemoryQuotaBook()),
    ledger: createMemoryLedger(() => 0),
    usedTokens: createMemoryUsedTokens(),
    holds: createMemoryHolds(),
    reach: {
      join: () => ({ called: () => undefined, applied: () => undefined, leave: () => undefined }),
      apps: { asks: () => ({ answered: () => undefined, lost: () => undefined }) },
      settled: async () => 'everywhere',
      followers: () => [],
      onChange: () => undefined,
    },
    readOwnDocument: () => undefined,
    readSecrets: async () => [],
    readContextKeys: async () => [],
    readHanded: async () => [],
    findApiKey: async () => undefined,
    findPrompt: async () => undefined,
    record: () => undefined,
    keep: () => undefined,
    reportFault: () => undefined,
    reportKeys: () => undefined,
    reportJump: () => undefined,
    reportUntold: () => undefined,
    reportChanged: () => undefined,
    steady: () => steadyTime(0),
    wall: () => wallTime(0),
  };
}

function overTheWire<Message>(message: Message): Message {
  return JSON.parse(JSON.stringify(message));
}
