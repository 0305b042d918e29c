import { EventReader } from '@signet/ai';
import {
  type DescribedTool,
  type DescribedToolsAnswer,
  type McpServer,
  tellReference,
} from '@signet/contracts';
import type { AskServer, ReadHanded } from '@signet/trust';
import { mirrorsOf } from './mirrored-headers.ts';
import { sessionRevisions, statelessRevision } from './revisions.ts';
import { asStateless } from './rewrite-message.ts';
import { type RpcRequest, type RpcResponse, readRpc, textAt } from './rpc-message.ts';
import { isSessionId } from './sealed-session.ts';
import { readTools, type ToolDefinition } from './tool-definition.ts';

/** What a server of the configuration says of its tools now, for whoever is to approve them. */
export type DescribeTools = (name: string, server: McpServer) => Promise<DescribedToolsAnswer>;

interface DescribeParts {
  readonly askServer: AskServer;
  readonly readHanded: ReadHanded;
}

interface Answered {
  readonly status: number;
  /** Undefined where the answer is none of this protocol. */
  readonly response: RpcResponse | undefined;
  readonly session: string | undefined;
}

/** What was agreed on in a handshake. */
interface Agreed {
  readonly session: string | undefined;
  readonly revision: string;
}

type Ask = (request: RpcRequest | undefined, agreed: Agreed | undefined) => Promise<Answered>;

/** The operator wrote the address. */
const limits = { maxBytes: 8 * 1024 * 1024, timeoutMs: 10_000, reach: 'anywhere' } as const;
const mostPages = 32;
const mostTools = 2_000;

export function createDescribeTools({ askServer, readHanded }: DescribeParts): DescribeTools {
  return async (name, server) => {
    const none = { server: name, tools: [], missing: [] };
    if (server.own !== undefined) return { ...none, outcome: 'own' };
    if (server.exchange !== undefined || server.credential !== undefined)
      return { ...none, outcome: 'asked-for-each' };
    const [key] = server.key === undefined ? [] : await readHanded(tellReference(server.key));
    if (server.key !== undefined && key === undefined) return { ...none, outcome: 'key-refused' };
    const ask = askingOf(askServer, server, key?.trim());
    try {
      const listed = await listAll(ask, server.speaks);
      if (typeof listed === 'number') return { ...none, outcome: outcomeOf(listed), status: listed };
      return { server: name, outcome: 'answers', status: 200, ...judged(listed, server) };
    } catch {
      // What went wrong may name the address with what the server said of the key: the outcome says enough.
      return { ...none, outcome: 'unreachable' };
    }
  };
}

function outcomeOf(status: number): DescribedToolsAnswer['outcome'] {
  return status === 401 || status === 403 ? 'key-refused' : 'other-answer';
}

/** All pages; a status where one of them is no list of tools. */
async function listAll(ask: Ask, speaks: McpServer['speaks']): Promise<readonly ToolDefinition[] | number> {
  const agreed = speaks === 'sessions' ? await opened(ask) : stateless;
  if (typeof agreed === 'number') return agreed;
  const all: ToolDefinition[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const params = cursor === undefined ? {} : { cursor };
    const plain = written({ jsonrpc: '2.0', id: `signet-${pages}`, method: 'tools/list', params });
    const { status, response } = await ask(speaks === 'stateless' ? asStateless(plain) : plain, agreed);
    const page = response === undefined ? 'no answer' : readTools(response);
    if (typeof page === 'string') return status;
    all.push(...page.tools);
    if (all.length > mostTools || new Set(all.map(({ name }) => name)).size !== all.length) return status;
    cursor = page.nextCursor;
    if (cursor === undefined) return all;
  }
  return 200;
}

const stateless: Agreed = { session: undefined, revision: statelessRevision };

/** A status where the server does not shake hands. */
async function opened(ask: Ask): Promise<Agreed | number> {
  const [protocolVersion = ''] = sessionRevisions;
  const clientInfo = { name: 'signet', version: '1' };
  const params = { protocolVersion, capabilities: {}, clientInfo };
  const greeted = await ask(
    written({ jsonrpc: '2.0', id: 'signet', method: 'initialize', params }),
    undefined,
  );
  const revision = textAt(greeted.response?.result, 'protocolVersion');
  const { session, status } = greeted;
  if (revision === undefined || !sessionRevisions.includes(revision)) return status;
  if (session !== undefined && !isSessionId(session)) return status;
  await ask(undefined, { session, revision });
  return { session, revision };
}

function askingOf(askServer: AskServer, { url, speaks }: McpServer, key: string | undefined): Ask {
  return async (request, agreed) => {
    const mirrors = request === undefined || speaks === 'sessions' ? [] : mirrorsOf(request, []);
    const answer = await askServer(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...(agreed === undefined ? {} : { 'mcp-protocol-version': agreed.revision }),
          ...(agreed?.session === undefined ? {} : { 'mcp-session-id': agreed.session }),
          ...Object.fromEntries(pairsOf(mirrors)),
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: request?.text ?? initialized,
        wants: ['mcp-session-id'],
      },
      limits,
    );
    const { status, headers } = answer;
    const text = await answer.text();
    const isStream = headers.get('content-type')?.startsWith('text/event-stream') === true;
    const told = request === undefined || status !== 200 ? undefined : answerTo(request, text, isStream);
    return { status, response: told, session: headers.get('mcp-session-id') ?? undefined };
  };
}

const initialized = '{"jsonrpc":"2.0","method":"notifications/initialized"}';

/** An answer to another question is none. */
function answerTo({ id }: RpcRequest, text: string, isStream: boolean): RpcResponse | undefined {
  const texts = isStream ? eventsIn(text) : [text];
  for (const each of texts) {
    const message = readRpc(each);
    if (typeof message !== 'string' && message.kind === 'response' && message.id === id) return message;
  }
  return undefined;
}

function eventsIn(text: string): readonly string[] {
  const reader = new EventReader({ mostOfOne: limits.maxBytes });
  return reader.read(Buffer.from(text)).map(({ data }) => data);
}

function pairsOf(flat: readonly string[]): readonly (readonly [string, string])[] {
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? ''] as const] : []));
}

function written(message: object): RpcRequest {
  const read = readRpc(JSON.stringify(message));
  if (typeof read === 'string' || read.kind !== 'request') throw new TypeError('No request was written');
  return read;
}

function judged(
  described: readonly ToolDefinition[],
  { tools, dangerouslyTakeUnapprovedTools }: McpServer,
): Pick<DescribedToolsAnswer, 'tools' | 'missing'> {
  const takesAll = dangerouslyTakeUnapprovedTools === true;
  const has = new Set(described.map(({ name }) => name));
  return {
    tools: described.map(({ name, digest, text }) => {
      const approved = Object.hasOwn(tools, name) ? tools[name] : undefined;
      return { name, digest, state: takesAll ? 'taken' : stateOf(approved, digest), definition: text };
    }),
    missing: Object.keys(tools).filter((name) => !has.has(name)),
  };
}

function stateOf(approved: McpServer['tools'][string] | undefined, digest: string): DescribedTool['state'] {
  if (approved === undefined) return 'unnamed';
  if (approved.digest === undefined) return 'waiting';
  return approved.digest === digest ? 'approved' : 'changed';
}
