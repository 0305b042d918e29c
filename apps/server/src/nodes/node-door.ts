import { constants } from 'node:crypto';
import type { Socket } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import {
  type GatewayState,
  type NodesConfiguration,
  type PurgeAnswersRequest,
  type PurgedNodes,
  steadyMilliseconds,
} from '@signet/contracts';
import { outliveErrors } from '@signet/gateway';
import { readClientAuthorities } from '../certificates/client-authorities.ts';
import { followCertificate } from '../certificates/follow-certificate.ts';
import { readPair, type ServerCertificate } from '../certificates/read-certificate.ts';
import type { LoadedConfiguration } from '../configuration/read-file.ts';
import type { LoadedForGateways } from '../gateways/loaded-for-gateways.ts';
import type { Logger } from '../logging/logger.ts';
import type { NodeFiles } from '../options/options.ts';
import type { ReachMember } from '../revocations/reach.ts';
import { listenFailure } from '../startup/reserve-port.ts';
import { judgeNode } from './judge-node.ts';
import { linkNode, type NodeLink, type NodeServices } from './link-node.ts';
import { type FromNode, nodeProtocol, type PurgedThere, type SentAway, type ToNode } from './messages.ts';
import { createNodeAudit, type Newcomer, type NodeAuditOptions } from './node-audit.ts';
import { readFromNode } from './read-from-node.ts';
import { openWire } from './wire.ts';

/** Where gateway nodes connect to. */
export interface NodeDoor {
  readonly port: number;
  /** Gives every node the new configuration, and sends away those that are none in it. */
  swap(loaded: LoadedConfiguration): Promise<void>;
  /** What the gateways of all nodes say of themselves. */
  states(): Promise<readonly GatewayState[]>;
  /** Lets the gateways of all nodes forget what a route keeps of answers. */
  purge(order: PurgeAnswersRequest): Promise<PurgedAtNodes>;
  close(): Promise<void>;
}

export interface PurgedAtNodes {
  readonly nodes: PurgedNodes;
  /** Of those that answered, each what it says. */
  readonly told: readonly PurgedThere[];
}

export interface NodeDoorOptions {
  readonly at: { readonly host: string; readonly port: number };
  readonly files: NodeFiles;
  readonly issuer: string;
  readonly loaded: LoadedConfiguration;
  /** What of it gateways are told. */
  readonly partOf: (loaded: LoadedConfiguration) => LoadedForGateways;
  readonly services: NodeServices;
  /** Appends to the audit log. */
  readonly append: NodeAuditOptions['append'];
  readonly log: Logger;
}

const megabyte = 1024 * 1024;
/** Milliseconds. */
const handshakePatience = 10_000;
const silence = 10_000;
const judgeEvery = 60_000;
const statePatience = 2000;
/** Longer than a node waits for its own processes. */
const purgePatience = 7000;
const takeOverPatience = 10_000;
const tellEvery = 10_000;
const mostConnections = 512;

/** A node that has applied nothing for so long beyond its bound refuses by itself: nobody waits for it then. */
const waitedBeyond = 5000;

interface OpenNode {
  readonly link: NodeLink;
  readonly socket: TLSSocket;
  end(why: SentAway): void;
}

/** @throws SignetError `port_taken`, `option_invalid`, `certificate_…` */
export async function openNodeDoor(options: NodeDoorOptions): Promise<NodeDoor> {
  const { at, files, issuer, partOf, services, append, log } = options;
  const { wall, steady } = services;
  const audit = createNodeAudit({ append, wall, steady, log });
  let { loaded } = options;
  const read = () => readPair(files, wall());
  const running = read();
  const { texts } = readClientAuthorities([files.authority]);
  const contextOf = ({ certificate: cert, key }: ServerCertificate) => ({
    cert,
    key,
    ca: [...texts],
    minVersion: 'TLSv1.3' as const,
    secureOptions: constants.SSL_OP_NO_TICKET,
  });
  const nodes = new Map<string, OpenNode>();
  const left = new Map<string, { readonly member: ReachMember; readonly timer: NodeJS.Timeout }>();

  const server = createServer({
    ...contextOf(running),
    requestCert: true,
    rejectUnauthorized: true,
    handshakeTimeout: handshakePatience,
    ALPNProtocols: [nodeProtocol],
  });
  server.maxConnections = mostConnections;
  server.on('secureConnection', receive);
  const strangers = { refused: 0, toldAt: Number.NEGATIVE_INFINITY };
  server.on('tlsClientError', (error: Error & { code?: string }, socket) => {
    tellOfStranger({ from: socket.remoteAddress, why: error.code });
    socket.destroy();
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await listening(server, at);
  const certificate = followCertificate({
    files,
    read,
    running,
    present: (next) => server.setSecureContext(contextOf(next)),
    wall,
    log,
  });
  const judging = setInterval(judgeAll, judgeEvery).unref();

  /** Anybody can come: they do not fill the log. */
  function tellOfStranger(stranger: {
    readonly from: string | undefined;
    readonly why: string | undefined;
  }): void {
    strangers.refused += 1;
    const now = steadyMilliseconds(steady());
    if (now - strangers.toldAt < tellEvery) return;
    strangers.toldAt = now;
    log.warn({ ...stranger, refused: strangers.refused }, 'Connections to the port of nodes were refused');
  }

  function receive(socket: TLSSocket): void {
    outliveErrors(socket);
    const judged = judgeNode(socket.getPeerX509Certificate(), nodesOf(loaded), wall());
    if ('why' in judged) refuse(socket, judged.why);
    else if (socket.alpnProtocol === nodeProtocol) admit(judged.name, socket);
    else refuse(socket, 'message');
  }

  /** It is told why, since its operator should know; the name that it was not given stays out of the log. */
  function refuse(socket: TLSSocket, why: SentAway): void {
    const { subject, fingerprint256 } = socket.getPeerX509Certificate() ?? {};
    log.warn(
      { from: socket.remoteAddress, why, subject: subject?.slice(0, 200), fingerprint256 },
      'A node was refused',
    );
    audit.refused(why, newcomerOf(socket));
    const wire = openWire<ToNode, never>(socket, {
      mostIn: megabyte,
      mostOut: megabyte,
      silence,
      read: () => undefined,
      handle: () => undefined,
    });
    wire.send({ kind: 'sentAway', why });
    wire.end();
    socket.destroySoon();
  }

  function admit(name: string, socket: TLSSocket): void {
    nodes.get(name)?.end('replaced');
    const wire = openWire<ToNode, FromNode>(socket, {
      mostIn: 4 * megabyte,
      mostOut: 64 * megabyte,
      silence,
      read: readFromNode,
      handle: (message) => link.hear(message),
    });
    const link = linkNode(name, wire, services);
    const node: OpenNode = {
      link,
      socket,
      end(why) {
        link.sendAway(why);
        wire.end();
        socket.destroySoon();
      },
    };
    nodes.set(name, node);
    forgetLeft(name);
    log.info({ node: name, from: socket.remoteAddress }, 'A gateway node is connected');
    audit.joined(name, newcomerOf(socket));
    wire.send({ kind: 'welcome', name, issuer, loaded: partOf(loaded) });
    void wire.ended.then((why) => {
      if (nodes.get(name) === node) nodes.delete(name);
      log.warn({ node: name, why }, 'A gateway node has gone');
      keepLeft(name, link.gone());
    });
  }

  /** It may still let in what was revoked since, as long as it may go on without news. */
  function keepLeft(name: string, member: ReachMember): void {
    if (nodes.has(name)) {
      member.leave();
      return;
    }
    const { revocationStaleness } = loaded.configuration.gateway;
    const timer = setTimeout(() => forgetLeft(name), revocationStaleness + waitedBeyond).unref();
    forgetLeft(name);
    left.set(name, { member, timer });
  }

  function forgetLeft(name: string): void {
    const one = left.get(name);
    clearTimeout(one?.timer);
    one?.member.leave();
    left.delete(name);
  }

  function judgeAll(): void {
    for (const [name, { socket, end }] of nodes) {
      const judged = judgeNode(socket.getPeerX509Certificate(), nodesOf(loaded), wall());
      if (!('why' in judged)) continue;
      audit.refused(judged.why, newcomerOf(socket), name);
      end(judged.why);
    }
  }

  return {
    port: portOf(server),
    async swap(next) {
      loaded = next;
      judgeAll();
      const part = partOf(next);
      await Promise.all(
        [...nodes.values()].map(({ link }) =>
          within(takeOverPatience, link.swap(part)).catch((error: unknown) => {
            log.error({ node: link.name, err: error }, 'A gateway node did not take the configuration over');
          }),
        ),
      );
    },
    async states() {
      // One that does not answer is left out.
      const asked = await Promise.allSettled(
        [...nodes.values()].map(({ link }) => within(statePatience, link.states())),
      );
      return asked.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    },
    async purge(order) {
      const away = Object.keys(nodesOf(loaded)).filter((name) => !nodes.has(name));
      const asked = [...nodes.values()].map(async ({ link }) => {
        const told = await within(purgePatience, link.purge(order)).catch((error: unknown) => {
          log.warn(
            { node: link.name, err: error },
            'A gateway node did not say that it has forgotten answers',
          );
          return undefined;
        });
        return { name: link.name, told };
      });
      const answers = await Promise.all(asked);
      const namesOf = (isDone: boolean) =>
        answers.filter(({ told }) => (told?.silent === 0) === isDone).map(({ name }) => name);
      return {
        nodes: { done: namesOf(true), silent: namesOf(false), away },
        told: answers.flatMap(({ told }) => told ?? []),
      };
    },
    async close() {
      clearInterval(judging);
      certificate.close();
      for (const { end } of nodes.values()) end('stopping');
      for (const name of left.keys()) forgetLeft(name);
      const closed = new Promise<void>((done) => server.close(() => done()));
      for (const socket of sockets) if (!socket.writableEnded) socket.destroySoon();
      await closed;
    },
  };
}

function newcomerOf(socket: TLSSocket): Newcomer {
  const { fingerprint256: fingerprint = '' } = socket.getPeerX509Certificate() ?? {};
  return { fingerprint, address: socket.remoteAddress };
}

function nodesOf({ configuration }: LoadedConfiguration): NodesConfiguration {
  return configuration.nodes;
}

function listening(server: Server, at: NodeDoorOptions['at']): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error) =>
      fail(
        listenFailure(
          { ...at, what: 'The port for gateway nodes', option: '`--node-port PORT` or SIGNET_NODE_PORT' },
          error,
        ),
      ),
    );
    server.listen(at.port, at.host, done);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Nobody waits longer for a node, whatever becomes of it. */
async function within<Value>(milliseconds: number, answer: Promise<Value>): Promise<Value> {
  const silent = Promise.withResolvers<never>();
  const timer = setTimeout(() => silent.reject(new Error('It did not answer in time.')), milliseconds);
  try {
    return await Promise.race([answer, silent.promise]);
  } finally {
    clearTimeout(timer);
  }
}
