import { setTimeout as wait } from 'node:timers/promises';
import { addReadings, type Readings } from '@signet/gateway';
import type { CertificatePairs } from '../certificates/secure-server.ts';
import type { LoadedForGateways } from '../gateways/loaded-for-gateways.ts';
import type { Logger } from '../logging/logger.ts';
import { createBackoff } from './backoff.ts';
import type { WorkerOrders } from './messages.ts';
import type { PrimaryServices, WorkerLink } from './worker-link.ts';
import { forkWorker, type WorkerProcess } from './worker-process.ts';

/** A place for one gateway process, which is filled again whenever that process ends by itself. */
export interface WorkerSlot {
  /** Resolves when the process listens; rejects with what kept it from that. */
  start(): Promise<void>;
  /** The process that listens now; undefined while there is none. */
  link(): WorkerLink | undefined;
  /**
   * What the processes of this place have measured, one after the other. What one counted after it was last asked ends with it.
   */
  readings(): Promise<Readings | undefined>;
  /** Rejects where the process that listens cannot compile it, or ends over it. Nothing changes. */
  prepare(loaded: LoadedForGateways): Promise<void>;
  /** A process that fails to take the configuration over is replaced by one that begins with it. */
  swap(loaded: LoadedForGateways): Promise<void>;
  /** The same for certificates that were renewed. */
  present(pairs: CertificatePairs): Promise<void>;
  end(): Promise<void>;
}

/** @param orders Asked anew for each process, so that it begins with the configuration of that moment. */
export function createWorkerSlot(
  orders: () => WorkerOrders,
  services: PrimaryServices,
  log: Logger,
): WorkerSlot {
  const backoff = createBackoff(services.steady);
  let current: WorkerProcess | undefined;
  let ending = false;
  /** Of the processes before this one, and of this one when it was last asked. */
  let before: Readings | undefined;
  let lately: Readings | undefined;

  async function start(): Promise<void> {
    let told = orders();
    const started = forkWorker(() => {
      told = orders();
      return told;
    }, services);
    current = started;
    void started.exited.then(refill);
    try {
      await started.link.listening;
      const now = orders();
      if (now.loaded !== told.loaded) await started.link.swap(now.loaded);
      if (now.tls !== undefined && now.tls !== told.tls) await started.link.present(now.tls.pairs);
    } catch (error) {
      started.kill();
      throw error;
    }
  }

  async function refill(): Promise<void> {
    current = undefined;
    before = sumOf(before, lately);
    lately = undefined;
    if (ending) return;
    const pause = backoff.next();
    const { node } = orders();
    log.error({ node, pause }, 'A gateway process has ended; it is started again');
    await wait(pause, undefined, { ref: false });
    if (ending) return;
    await start().catch((error: unknown) =>
      log.error({ node, err: error }, 'A gateway process did not start'),
    );
  }

  const link = () => (current?.link.ready() === true ? current.link : undefined);

  return {
    start,
    link,
    async readings() {
      const asked = current;
      const told = await link()
        ?.readings()
        .catch(() => undefined);
      // One that ended meanwhile is among those before.
      if (told !== undefined && asked === current) lately = told;
      return sumOf(before, lately);
    },
    async prepare(loaded) {
      await link()?.prepare(loaded);
    },
    async swap(loaded) {
      const taking = current;
      await link()
        ?.swap(loaded)
        .catch(() => taking?.kill());
    },
    async present(pairs) {
      const taking = current;
      await link()
        ?.present(pairs)
        .catch(() => taking?.kill());
    },
    async end() {
      ending = true;
      await current?.end();
    },
  };
}

function sumOf(one: Readings | undefined, other: Readings | undefined): Readings | undefined {
  return one === undefined || other === undefined ? (one ?? other) : addReadings(one, other);
}
