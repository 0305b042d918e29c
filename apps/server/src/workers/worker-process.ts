import cluster, { type Worker } from 'node:cluster';
import { fileURLToPath } from 'node:url';
import { secretVariables } from '../options/options.ts';
import type { Channel, FromWorker, ToWorker, WorkerOrders } from './messages.ts';
import { linkWorker, type PrimaryServices, type WorkerLink } from './worker-link.ts';

/** One running gateway process and the way to talk to it. */
export interface WorkerProcess {
  readonly link: WorkerLink;
  readonly exited: Promise<void>;
  kill(): void;
  /** Asks it to finish its requests and end; makes it end when it takes too long. */
  end(): Promise<void>;
}

/** How long requests under way may take when a gateway is told to end. */
const longestDrain = 10_000;

/** Starts a process. It inherits no secret: what it needs comes over the channel. */
export function forkWorker(orders: () => WorkerOrders, services: PrimaryServices): WorkerProcess {
  // Each process takes its own connections. Where the primary takes and hands them on, it holds as many as a stranger opens.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  const exec = fileURLToPath(new URL('worker-main.ts', import.meta.url));
  cluster.setupPrimary({ exec, args: [], execArgv: [] });
  const child = cluster.fork(Object.fromEntries(secretVariables.map((name) => [name, undefined])));
  const link = linkWorker(channelTo(child), orders, services);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.on('error', () => {
      // What the system would not start has no number, and no exit either.
      if (child.process.pid === undefined) resolve();
    });
  });
  void exited.then(() => link.gone());
  return {
    link,
    exited,
    kill: () => child.process.kill('SIGKILL'),
    async end() {
      const timer = setTimeout(() => child.process.kill('SIGKILL'), longestDrain);
      link.stop();
      await exited;
      clearTimeout(timer);
    },
  };
}

/**
 * What is sent to a process that has just died is lost with it; its `exit` says so, and the next one is told all anew.
 * Without the callback the broken pipe would be an error that nobody hears, and would end the primary.
 */
function channelTo(child: Worker): Channel<ToWorker, FromWorker> {
  return {
    send(message) {
      if (child.isConnected()) child.send(message, () => undefined);
    },
    receive(handle) {
      child.on('message', (message: FromWorker) => handle(message));
    },
  };
}
