import { refusal } from '@signet/contracts';
import { overridesMethod } from '@signet/trust/bearer';
import { allowedOrigin } from '../answers/cors.ts';
import { Denial } from '../denial.ts';
import type { HeldBytes } from '../described/held-bytes.ts';
import { holdBody } from '../described/hold-body.ts';
import type { Journey } from '../journey.ts';
import type { RequestHead } from '../request/request-head.ts';
import { valuesOf } from '../request/values-of.ts';
import type { Admitted } from '../steps/passage.ts';
import type { CompiledMcp } from './compiled-mcp.ts';
import { McpCall } from './mcp-call.ts';
import { type RpcFault, readCaller, type SpeakingClient } from './read-caller.ts';
import { rpcCodes, sessionRevisions } from './revisions.ts';
import { type RpcMessage, readRpc } from './rpc-message.ts';
import { ownerOf } from './sealed-session.ts';
import type { McpCaller, McpServices } from './server-line.ts';
import { speakRpc } from './speak-rpc.ts';

interface McpDoorServices extends McpServices {
  readonly bodies: HeldBytes;
}

/** Asks a server of tools in place of an upstream, by what its tools ask of whom. */
export async function askMcp(
  journey: Journey,
  head: RequestHead,
  admitted: Admitted,
  mcp: CompiledMcp,
  services: McpDoorServices,
): Promise<Denial | undefined> {
  const { call, live } = journey;
  // A proxy that only asks could not keep what is answered from its client; and nobody's tools are nobody's.
  if (call.onlyAsked === true || !('token' in admitted)) return notHere(admitted.route.id);
  const foreign = refuseOrigin(mcp, head.headers);
  if (foreign !== undefined) return foreign;
  if (head.method === 'GET' || head.method === 'DELETE')
    return serveSession(head.method, { journey, head, admitted, mcp, services });
  if (head.method !== 'POST') return notTaken(head.method);
  if (head.body.kind === 'none') return fault(journey, undefined, unreadableBody('no body'));
  if (head.expectsContinue) call.answer.continue();
  const bytes = await holdBody(call.body, {
    maxBytes: live.snapshot.gateway.maxBodyBytes,
    patience: live.snapshot.gateway.requestTimeout,
    room: services.bodies,
    interruptible: (interrupt) => {
      journey.interrupt = interrupt;
    },
  });
  if (bytes instanceof Denial) return bytes;
  journey.held.push({ givenBack: () => services.bodies.give(bytes.length) });
  const message = readBytes(bytes);
  if (typeof message === 'string') return fault(journey, undefined, unreadableBody(message));
  const client = readCaller(message, head.headers);
  if ('code' in client) return fault(journey, message.kind === 'request' ? message.id : undefined, client);
  const method = message.kind === 'response' ? '' : message.method;
  const asking = { journey, head, admitted, mcp, services };
  const caller = callerOf(client, asking);
  return new McpCall({ ...asking, caller }, method).serve(message);
}

interface ToolAsking {
  readonly journey: Journey;
  readonly head: RequestHead;
  readonly admitted: Extract<Admitted, { readonly token: unknown }>;
  readonly mcp: CompiledMcp;
  readonly services: McpDoorServices;
}

/** Of sessions alone: there are none otherwise. Without the session that it was given, a client gets nobody's. */
async function serveSession(method: 'GET' | 'DELETE', asking: ToolAsking): Promise<Denial | undefined> {
  const { head, mcp } = asking;
  const [revision = '', ...more] = valuesOf('mcp-protocol-version', head.headers);
  const isSpoken = sessionRevisions.includes(revision) && more.length === 0;
  if (mcp.speaks === 'stateless' || !isSpoken) return notTaken(method);
  const caller = callerOf({ era: 'sessions', revision }, asking);
  return new McpCall({ ...asking, caller }, method).serveSession(method);
}

function callerOf(client: SpeakingClient, { journey, head, admitted, mcp }: ToolAsking): McpCaller {
  const { token, path } = admitted;
  const { method, host, query, headers } = head;
  return {
    ...client,
    ...{ token, owner: ownerOf(mcp.server, token) },
    ...{ now: journey.at / 1000, clockSkew: journey.live.snapshot.gateway.clockSkew / 1000 },
    asked: () => ({
      ...{ method, path, host, query, headers },
      overridesMethod: () => headers.some((name, index) => index % 2 === 0 && overridesMethod(name)),
    }),
  };
}

function readBytes(bytes: Buffer): RpcMessage | string {
  try {
    return readRpc(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return 'no UTF-8';
  }
}

/** Of a page that may not: a name of its own could lead here (DNS rebinding), and its visitor has what it lacks. */
function refuseOrigin({ cors, resource }: CompiledMcp, headers: readonly string[]): Denial | undefined {
  const origins = valuesOf('origin', headers);
  const [came = ''] = origins;
  if (origins.length === 0) return undefined;
  const isOwn = origins.length === 1 && came === new URL(resource.url).origin;
  if (isOwn || (cors !== undefined && allowedOrigin(cors, headers) !== undefined)) return undefined;
  const told = refusal('origin_not_allowed.not_same_site', { came: came.slice(0, 256) });
  return new Denial('check-request', told);
}

function fault(journey: Journey, id: string | undefined, { code, refusal: told, data }: RpcFault): Denial {
  journey.speak = speakRpc({ id, code, ...(data === undefined ? {} : { data }) });
  return new Denial('check-request', told);
}

function unreadableBody(found: string): RpcFault {
  return { code: rpcCodes.unreadable, refusal: refusal('mcp_request_invalid.body', { found }) };
}

function notTaken(method: string): Denial {
  const told = refusal('method_not_allowed', { method, allowed: 'POST' });
  return new Denial('forward', told, { headers: ['allow', 'POST'] });
}

function notHere(route: string): Denial {
  const note = `Nothing is asked of a server of tools in this way, on route ${route}`;
  return new Denial('forward', refusal('route_not_found'), { note });
}
