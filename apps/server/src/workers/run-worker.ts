import {
  type Reference,
  refusal,
  SignetError,
  type SignetRefusal,
  type WatchedClocks,
} from '@signet/contracts';
import type { ReportKeys } from '@signet/gateway/ports';
import { openWorkerCounting, type WorkerCounting } from '../adapters/worker-counting.ts';
import type { LoadedForGateways } from '../gateways/loaded-for-gateways.ts';
import { type OpenGateway, openGateway } from '../gateways/open-gateway.ts';
import { stackOf } from '../logging/stack-of.ts';
import type { ReportUntold } from '../telemetry/open-telemetry.ts';
import type { Channel, FromWorker, ToWorker, WorkerOrders } from './messages.ts';
import { createRemotePorts } from './remote-ports.ts';

/**
 * Serves the primary: starts the gateway when told, and answers until told to stop.
 * @param host `end` ends the process once everything has been said.
 */
export function runWorker(
  { send, receive }: Channel<FromWorker, ToWorker>,
  { clocks, end }: { readonly clocks: WatchedClocks; readonly end: () => void },
): void {
  const primary = createRemotePorts(send);
  let gateway: OpenGateway | undefined;
  let counting: WorkerCounting | undefined;
  clocks.onJump((milliseconds) => send({ kind: 'clockJumped', milliseconds }));

  async function start(orders: WorkerOrders): Promise<void> {
    try {
      counting = await openWorkerCounting(orders.redisUrl, primary, clocks.steady);
      const applied = (sequence: number) => send({ kind: 'applied', sequence });
      const reportFault = (error: unknown, reference: Reference) =>
        send({ kind: 'fault', reference, stack: stackOf(error) });
      const reportKeys: ReportKeys = (issuer, rejected) => send({ kind: 'keys', issuer, rejected });
      const reportUntold: ReportUntold = (what, problem) =>
        send({ kind: 'untold', what, ...(problem === undefined ? {} : { problem }) });
      gateway = await openGateway(orders, {
        feed: primary.feed,
        readOwnDocument: primary.readOwnDocument,
        readSecrets: primary.readSecrets,
        readContextKeys: primary.readContextKeys,
        readHanded: primary.readHanded,
        findApiKey: primary.findApiKey,
        findPrompt: primary.findPrompt,
        recorder: primary.recorder,
        limiter: counting.limiter,
        quotas: counting.quotas,
        ledger: primary.ledger,
        usedTokens: counting.usedTokens,
        holds: counting.holds,
        applied,
        reportChanged: (resource) => send({ kind: 'changed', resource }),
        clocks,
        reportFault,
        reportKeys,
        reportUntold,
      });
      send({ kind: 'listening' });
    } catch (error) {
      send({ kind: 'failed', refusal: refusalOf(error) });
    }
  }

  async function stop(): Promise<void> {
    await gateway?.close();
    await counting?.close();
    primary.recorder.flush();
    end();
  }

  function swap(loaded: LoadedForGateways): string | undefined {
    return problemOf(() => gateway?.swap(loaded));
  }

  function problemOf(change: () => void): string | undefined {
    try {
      change();
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : 'The configuration could not be compiled.';
    }
  }

  receive((message) => {
    primary.handle(message);
    switch (message.kind) {
      case 'start':
        return void start(message.orders);
      case 'trial':
        return send(
          done(
            message.request,
            problemOf(() => gateway?.prepare(message.loaded)),
          ),
        );
      case 'configuration':
        return send(done(message.request, swap(message.loaded)));
      case 'certificates':
        gateway?.present(message.pairs);
        return send(done(message.request, undefined));
      case 'flush':
        primary.recorder.flush();
        return send(done(message.request, undefined));
      case 'state':
        if (gateway !== undefined) send({ kind: 'state', request: message.request, state: gateway.state() });
        return;
      case 'readings':
        if (gateway !== undefined)
          send({ kind: 'readings', request: message.request, readings: gateway.readings() });
        return;
      case 'purge': {
        const { request, order } = message;
        if (gateway !== undefined) send({ kind: 'purged', request, purged: gateway.purge(order) });
        return;
      }
      case 'changed':
        return gateway?.changed(message.resource);
      case 'stop':
        return void stop();
    }
  });
  send({ kind: 'hello' });
}

function done(request: number, problem: string | undefined): FromWorker {
  return { kind: 'done', request, ...(problem === undefined ? {} : { problem }) };
}

function refusalOf(error: unknown): SignetRefusal {
  if (error instanceof SignetError) return error.refusal;
  const reason = error instanceof Error ? error.message : 'of something unexpected';
  return refusal('internal_error.worker', { reason });
}
