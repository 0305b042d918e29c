import { isIP } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { connect, type TLSSocket } from 'node:tls';
import { SignetError, type SteadyClock, type SteadyTime } from '@signet/contracts';
import { readClientAuthorities } from '../certificates/client-authorities.ts';
import { readPair } from '../certificates/read-certificate.ts';
import type { Logger } from '../logging/logger.ts';
import type { ControlAddress, NodeFiles } from '../options/options.ts';
import { type FromNode, nodeProtocol, type ToNode } from './messages.ts';
import { openWire, type Wire } from './wire.ts';

/** What is done with a control node that is there. */
export interface ControlListener {
  connected(send: (message: FromNode) => boolean): void;
  /** @param askedAt of a sign of life: when it was asked for */
  heard(message: ToNode, askedAt: SteadyTime | undefined): void;
  lost(): void;
}

export interface ControlLink {
  connected(): boolean;
  close(): Promise<void>;
}

export interface ControlLinkOptions {
  readonly addresses: readonly ControlAddress[];
  readonly files: NodeFiles;
  readonly listener: ControlListener;
  readonly steady: SteadyClock;
  readonly wall: () => number;
  readonly log: Logger;
}

const megabyte = 1024 * 1024;
/** Milliseconds. */
const beatEvery = 1000;
const silence = 10_000;
/** Far less than a node may go on without news. */
const longestPause = 2000;
const shortestPause = 100;
const handshakePatience = 10_000;
/** Beats whose time is remembered. */
const mostBeats = 64;

/** Connects to one control node after the other, and again whenever it is lost: sooner at first, every two seconds at last. */
export function followControl(options: ControlLinkOptions): ControlLink {
  const { addresses, listener, steady, log } = options;
  const stop = new AbortController();
  let wire: Wire<FromNode> | undefined;
  let welcomed = false;
  let failures = 0;
  let lastTold = '';

  async function follow(): Promise<void> {
    for (let turn = 0; !stop.signal.aborted; turn += 1) {
      const address = addresses[turn % addresses.length];
      if (address === undefined) return;
      const why = await speak(address);
      if (stop.signal.aborted) return;
      const pause = Math.min(longestPause, shortestPause * 2 ** failures);
      failures += 1;
      tell(nameOf(address), why);
      await wait(pause, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }

  /** Once for each reason: it is tried many times. */
  function tell(control: string, why: string): void {
    const told = `${control} ${why}`;
    if (told !== lastTold) log.warn({ control, why }, 'There is no control node; it is tried again');
    lastTold = told;
  }

  /** Answers why it ended. */
  async function speak(address: ControlAddress): Promise<string> {
    try {
      const socket = await dial(address, options, stop.signal);
      return await converse(socket, address);
    } catch (error) {
      return reasonOf(error);
    }
  }

  async function converse(socket: TLSSocket, address: ControlAddress): Promise<string> {
    const beats = new Map<number, SteadyTime>();
    let sentAway: string | undefined;
    let beat = 0;
    const open = openWire<FromNode, ToNode>(socket, {
      mostIn: 64 * megabyte,
      mostOut: 4 * megabyte,
      silence,
      // A control node is believed: it is who tells this one whom to let in.
      read: (message) => message as ToNode,
      handle(message) {
        if (message.kind === 'sentAway') sentAway = message.why;
        if (message.kind === 'welcome') {
          welcomed = true;
          failures = 0;
          lastTold = '';
          log.info({ control: nameOf(address), node: message.name }, 'A control node is connected');
          listener.connected(open.send);
        }
        if (welcomed)
          listener.heard(message, message.kind === 'upToDate' ? beats.get(message.beat) : undefined);
      },
    });
    wire = open;
    const say = () => {
      beat += 1;
      beats.set(beat, steady());
      beats.delete(beat - mostBeats);
      open.send({ kind: 'beat', beat });
    };
    say();
    const timer = setInterval(say, beatEvery).unref();
    const end = await open.ended;
    clearInterval(timer);
    wire = undefined;
    if (welcomed) listener.lost();
    welcomed = false;
    return sentAway === undefined ? end : `sent away: ${sentAway}`;
  }

  const following = follow();
  return {
    connected: () => welcomed,
    async close() {
      stop.abort();
      wire?.end();
      await following;
    },
  };
}

/** The files are read for each connection: what was renewed is used from the next one on. */
function dial(
  { host, port }: ControlAddress,
  { files, wall }: Pick<ControlLinkOptions, 'files' | 'wall'>,
  signal: AbortSignal,
): Promise<TLSSocket> {
  const { certificate: cert, key } = readPair(files, wall());
  const { texts } = readClientAuthorities([files.authority]);
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  const socket = connect({
    host,
    port,
    cert,
    key,
    ca: [...texts],
    minVersion: 'TLSv1.3',
    ALPNProtocols: [nodeProtocol],
    ...(isIP(host) === 0 ? { servername: host } : {}),
  });
  const fail = (error: Error) => {
    socket.destroy();
    reject(error);
  };
  const giveUp = () => fail(new Error('stopped'));
  signal.addEventListener('abort', giveUp, { once: true });
  socket.setTimeout(handshakePatience, () => fail(new Error('no answer')));
  socket.once('error', fail);
  socket.once('close', () => fail(new Error('closed')));
  socket.once('secureConnect', () => {
    signal.removeEventListener('abort', giveUp);
    socket.off('error', fail);
    if (socket.alpnProtocol === nodeProtocol) resolve(socket);
    else fail(new Error('it speaks another protocol'));
  });
  return promise;
}

function nameOf({ host, port }: ControlAddress): string {
  return isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Of what TLS and the system say, the code: what is read here is a private key. */
function reasonOf(error: unknown): string {
  if (error instanceof SignetError) return error.refusal.sentence;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : 'something else';
}
