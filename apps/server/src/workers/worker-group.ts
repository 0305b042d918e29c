import { setTimeout as wait } from 'node:timers/promises';
import { addReadings, compileSnapshot, keepsAnswers, noReadings } from '@signet/gateway';
import type { GatewayGroup } from '../gateways/gateway-group.ts';
import { faultLog } from '../logging/fault-log.ts';
import { jumpLog } from '../logging/jump-log.ts';
import { keysLog } from '../logging/keys-log.ts';
import type { Logger } from '../logging/logger.ts';
import { untoldLog } from '../logging/untold-log.ts';
import type { RecordWriter } from '../records/record-writer.ts';
import type { WorkerOrders } from './messages.ts';
import type { PrimaryServices } from './worker-link.ts';
import { createWorkerSlot } from './worker-slot.ts';

type OfOneProcess =
  | 'record'
  | 'keep'
  | 'reportFault'
  | 'reportKeys'
  | 'reportJump'
  | 'reportUntold'
  | 'reportChanged';

/**
 * Runs `count` gateway processes that share one port, and starts one again when it ends by itself.
 * @throws SignetError `port_taken`, or whatever kept the first of them from listening
 */
export async function openWorkers(
  count: number,
  first: Omit<WorkerOrders, 'node'>,
  services: Omit<PrimaryServices, OfOneProcess> & {
    readonly recorder: RecordWriter;
    readonly log: Logger;
  },
): Promise<GatewayGroup> {
  const { recorder, log } = services;
  let { loaded, tls } = first;

  const slots = Array.from({ length: count }, (_, index) => {
    const node = `gateway-${index + 1}`;
    return createWorkerSlot(
      () => ({ ...first, node, loaded, tls }),
      {
        ...services,
        record: recorder.record,
        keep: recorder.keep,
        reportFault: faultLog(log, node),
        reportKeys: keysLog(log, node),
        reportJump: jumpLog(log, node),
        reportUntold: untoldLog(log, node),
        reportChanged: (resource) => tellOthers(index, resource),
      },
      log,
    );
  });
  const links = () => slots.flatMap((slot) => slot.link() ?? []);

  function tellOthers(changer: number, resource: string): void {
    slots.forEach((slot, index) => {
      if (index !== changer) slot.link()?.changed(resource);
    });
  }

  async function close(): Promise<void> {
    await Promise.all(slots.map((slot) => slot.end()));
  }

  try {
    await Promise.all(slots.map((slot) => slot.start()));
  } catch (error) {
    await close();
    throw error;
  }

  return {
    port: first.port,
    async prepare(next) {
      compileSnapshot(next.configuration, { selfIssuer: first.issuer });
      await Promise.all(slots.map((slot) => slot.prepare(next)));
    },
    async swap(next) {
      // What compiles here compiles in every process, so that after this line nothing can be refused any more.
      compileSnapshot(next.configuration, { selfIssuer: first.issuer });
      loaded = next;
      await Promise.all(slots.map((slot) => slot.swap(next)));
    },
    async present(pairs) {
      if (tls === undefined) return;
      tls = { ...tls, pairs };
      await Promise.all(slots.map((slot) => slot.present(pairs)));
    },
    async flush() {
      await Promise.allSettled(links().map((link) => link.flush()));
      await recorder.flush();
    },
    async purge(order) {
      const told = await Promise.allSettled(links().map((link) => inTime(link.purge(order))));
      const done = told.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      return {
        purged: done.reduce((sum, { purged }) => sum + purged, 0),
        gateways: done.length,
        silent: told.length - done.length,
        keeps: loaded.configuration.routes.some((each) => each.id === order.route && keepsAnswers(each)),
      };
    },
    async states() {
      const answers = await Promise.allSettled(links().map((link) => link.state()));
      return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    },
    async readings() {
      const told = await Promise.all(slots.map((slot) => slot.readings()));
      return told.flatMap((each) => each ?? []).reduce(addReadings, noReadings());
    },
    close,
  };
}

/** How long a process may take to forget answers before it counts as silent. */
const longestPurge = 5000;

function inTime<Value>(asked: Promise<Value>): Promise<Value> {
  const late = wait(longestPurge, undefined, { ref: false }).then(() => {
    throw new Error('The gateway process has not answered.');
  });
  return Promise.race([asked, late]);
}
