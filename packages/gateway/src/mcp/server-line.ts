import { type Moment, refusal, type SteadyClock } from '@signet/contracts';
import { ownTokenWords } from '@signet/trust';
import { Denial } from '../denial.ts';
import { clientClosed } from '../forwarding/client-closed.ts';
import type { Journey } from '../journey.ts';
import type { Limiter } from '../ports/index.ts';
import type { KnownPrompts } from '../prompts/known-prompts.ts';
import type { RequestHead } from '../request/request-head.ts';
import { valuesOf } from '../request/values-of.ts';
import type { Seats } from '../seats.ts';
import type { CompiledMcp, OwnTokens } from './compiled-mcp.ts';
import type { OpenSession } from './kept-sessions.ts';
import { type MirroredParameter, mirrorsOf } from './mirrored-headers.ts';
import { type CallInside, OwnTalk } from './own/own-talk.ts';
import type { SpeakingClient } from './read-caller.ts';
import { eraOf, sessionRevisions, statelessRevision } from './revisions.ts';
import { answerTo, asInSession, asStateless } from './rewrite-message.ts';
import { type RpcRequest, type RpcResponse, readRpc, textAt } from './rpc-message.ts';
import { isSessionId, openSession, sealSession } from './sealed-session.ts';
import { ServerTalk, type TalkEnd, type TalkParts, unreadable } from './server-talk.ts';
import type { ToolCaller } from './tool-rules.ts';

export interface McpServices {
  readonly seats: Seats;
  readonly steady: SteadyClock;
  readonly limiter: Limiter;
  readonly now: () => Moment;
  readonly prompts: KnownPrompts;
  readonly callInside: CallInside;
}

/** Who calls a server of tools, and by which words. */
export interface McpCaller extends ToolCaller, SpeakingClient {
  /** Whose sessions are its own. */
  readonly owner: string;
}

export interface ServerLineParts {
  readonly journey: Journey;
  readonly head: RequestHead;
  readonly mcp: CompiledMcp;
  readonly caller: McpCaller;
  readonly services: McpServices;
}

/** How a server is asked for this caller. */
export interface Line {
  readonly credential: string | undefined;
  /** As the server gave it. */
  readonly session: string | undefined;
  readonly revision: string;
}

interface Answered {
  readonly response: RpcResponse;
  readonly rawHeaders: readonly string[];
}

/** What is said in one talk, and what is done with what comes back. */
type Said = Pick<TalkParts, 'method' | 'headers' | 'body' | 'expects' | 'lasts' | 'hears' | 'streams'>;

/** The server knows the session no longer, or never did. */
export const noSession = 'no-session' as const;

const purpose = 'signet: sessions of MCP';

/** A server of tools as it is asked for one caller: by which credential, in which session, and in the words of its revision. */
export class ServerLine {
  readonly #journey: Journey;
  readonly #head: RequestHead;
  readonly #mcp: CompiledMcp;
  readonly #caller: McpCaller;
  readonly #services: McpServices;
  #talk: ServerTalk | OwnTalk | undefined;
  #talks = 0;
  #ids = 0;
  #left = false;
  #takenBack: Denial | undefined;

  constructor({ journey, head, mcp, caller, services }: ServerLineParts) {
    this.#journey = journey;
    this.#head = head;
    this.#mcp = mcp;
    this.#caller = caller;
    this.#services = services;
  }

  resume(): void {
    this.#talk?.resume();
  }

  interrupt(denial: Denial): void {
    this.#talk?.interrupt(denial);
  }

  /** Its caller has left: the server is told at once, and asked nothing more. */
  leave(): void {
    this.#left = true;
    this.#talk?.leave();
  }

  /** Its caller wants no answer any more: the server is told at once, and asked nothing more. */
  takeBack(denial: Denial): void {
    this.#takenBack = denial;
    this.interrupt(denial);
  }

  /** What the client is given in place of the id of its session. */
  async sealed(session: string): Promise<string | Denial> {
    if (!isSessionId(session)) return lost();
    const { contextKeys } = this.#journey.live;
    if (!(await contextKeys.ready())) return unsealed();
    return sealSession(session, this.#caller.owner, contextKeys.secrets(purpose));
  }

  /** One that the gateway asks itself; nobody has asked in a session by such an id. */
  own(method: string, cursor?: string): RpcRequest {
    const id = `signet-${this.#journey.reference}-${this.#talks}`;
    return written({ jsonrpc: '2.0', id, method, params: cursor === undefined ? {} : { cursor } });
  }

  /** In the words of the server. */
  translated(request: RpcRequest): RpcRequest {
    const { speaks } = this.#mcp;
    const isOwn = request.id.startsWith('"signet-');
    if (speaks === 'stateless')
      return this.#caller.era === 'stateless' && !isOwn ? request : asStateless(request);
    if (this.#caller.era === 'sessions') return request;
    this.#ids += 1;
    return asInSession(request, `"signet-${this.#journey.reference}-in-${this.#ids}"`);
  }

  /**
   * A server with sessions works on what it was asked until it is told that nobody waits: that its client is gone says
   * nothing there. Where it cannot be told, it has ended by itself.
   */
  async tellLeft(line: Line, { id }: RpcRequest): Promise<void> {
    if (this.#mcp.speaks === 'stateless' || this.#caller.era === 'sessions') return;
    await this.#talkTo({
      ...{ method: 'POST', body: cancelledOf(id), expects: undefined, lasts: false },
      headers: this.headersTo(line, []),
      streams: () => undefined,
      hears: () => true,
    });
  }

  mirrors(request: RpcRequest, mirrored: readonly MirroredParameter[]): readonly string[] {
    return this.#mcp.speaks === 'stateless' ? mirrorsOf(request, mirrored) : [];
  }

  /** A session that is kept for a caller, and that its server knows no longer, is opened anew, once. */
  async again<Outcome>(
    attempt: (line: Line) => Promise<Outcome | typeof noSession>,
  ): Promise<Exclude<Outcome, typeof noSession> | Denial> {
    for (let tries = 0; tries < 2; tries += 1) {
      const line = await this.line();
      if (line instanceof Denial) return line;
      const outcome = await attempt(line);
      if (outcome !== noSession) return outcome as Exclude<Outcome, typeof noSession>;
      // Without sessions no second question would be another one.
      if (this.#mcp.speaks === 'stateless') return lost();
      if (this.#caller.era === 'sessions') return sessionUnknown();
      this.#mcp.sessions.forget(this.#caller.owner);
    }
    return lost();
  }

  async line(): Promise<Line | Denial> {
    const credential = await this.credential();
    if (credential instanceof Denial) return credential;
    if (this.#mcp.speaks === 'stateless') return lineOf(credential);
    if (this.#caller.era === 'sessions') return this.#ownLine(credential);
    const opened = await this.opened(credential);
    return opened instanceof Denial ? opened : { credential, session: opened.id, revision: opened.revision };
  }

  /** That of the client itself, which nobody else can show. */
  async #ownLine(credential: string | undefined): Promise<Line | Denial> {
    const { revision, owner } = this.#caller;
    const [shown, ...more] = valuesOf('mcp-session-id', this.#head.headers);
    if (shown === undefined) return { credential, session: undefined, revision };
    const { contextKeys } = this.#journey.live;
    if (!(await contextKeys.ready())) return unsealed();
    const session = more.length > 0 ? undefined : openSession(shown, owner, contextKeys.secrets(purpose));
    return session === undefined ? sessionUnknown() : { credential, session, revision };
  }

  async opened(credential: string | undefined): Promise<OpenSession | Denial> {
    let denial: Denial | undefined;
    const opened = await this.#mcp.sessions.of(this.#caller.owner, async () => {
      const session = await this.#open(credential);
      if (!(session instanceof Denial)) return session;
      denial = session;
      return undefined;
    });
    return opened ?? denial ?? lost();
  }

  /** The handshake, in the name of a client that can be asked nothing. */
  async #open(credential: string | undefined): Promise<OpenSession | Denial> {
    const [revision = ''] = sessionRevisions;
    const first = { credential, session: undefined, revision: '' };
    const greeted = await this.ask(handshake(revision), first, []);
    if (greeted instanceof Denial) return greeted;
    if (greeted === noSession || !isSpoken(greeted.response)) return lost();
    const { response, rawHeaders } = greeted;
    const agreed = textAt(response.result, 'protocolVersion') ?? revision;
    const [id] = valuesOf('mcp-session-id', rawHeaders);
    if (id !== undefined && !isSessionId(id)) return lost();
    const end = await this.converse({
      ...{ method: 'POST', body: initialized, expects: undefined, lasts: false },
      headers: this.headersTo({ credential, session: id, revision: agreed }, []),
      streams: () => undefined,
      hears: () => true,
    });
    if (end.kind === 'failed') return end.denial;
    return end.kind === 'left' ? clientClosed() : { id, revision: agreed, greeting: response.text };
  }

  /** By which the server is asked: never the token of the caller itself. */
  async credential(): Promise<string | undefined | Denial> {
    const { key, exchange, ownTokens } = this.#mcp;
    const { live, presented } = this.#journey;
    if (key !== undefined) return (await live.providerKeys.get(key)) ?? noCredential('No key is known');
    if (ownTokens !== undefined) return this.#ownToken(ownTokens);
    if (exchange === undefined) return undefined;
    if (presented === undefined) return noCredential('The caller came by no token that could be changed');
    const token = await live.exchangedTokens.get(exchange, presented);
    return token ?? noCredential('The issuer gave no token for this server');
  }

  /** That which the person gave for this server, at this address: nobody else's, and none of an issuer that may call anybody so. */
  async #ownToken({ issuer, addressDigest }: OwnTokens): Promise<string | Denial> {
    const { token } = this.#caller;
    const { server } = this.#mcp;
    if (token.issuer !== issuer || token.subject === undefined) return notGiven(server);
    const words = ownTokenWords({ server, addressDigest, subject: token.subject });
    if (words === undefined) return notGiven(server);
    return (await this.#journey.live.providerKeys.get(words)) ?? notGiven(server);
  }

  /** A question whose answer is looked into before anybody gets it. */
  async ask(
    request: RpcRequest,
    line: Line,
    mirrored: readonly MirroredParameter[],
  ): Promise<Answered | Denial | typeof noSession> {
    const asked = request.method === 'initialize' ? request : this.translated(request);
    let response: RpcResponse | undefined;
    const end = await this.converse({
      ...{ method: 'POST', body: asked.text, expects: asked.id, lasts: false },
      headers: this.headersTo(line, this.mirrors(asked, mirrored)),
      streams: () => undefined,
      hears: (message) => {
        if (message.kind === 'response') response = message;
        return true;
      },
    });
    if (end.kind === 'failed') return end.denial;
    if (end.kind === 'left') {
      if (asked !== request) await this.tellLeft(line, asked);
      return clientClosed();
    }
    if (response !== undefined) return { response: answerTo(request, response), rawHeaders: end.rawHeaders };
    return end.status === 404 ? noSession : lost();
  }

  async converse(parts: Said): Promise<TalkEnd> {
    if (this.#left) return { kind: 'left' };
    return this.#takenBack === undefined ? this.#talkTo(parts) : { kind: 'failed', denial: this.#takenBack };
  }

  async #talkTo(parts: Said): Promise<TalkEnd> {
    this.#talks += 1;
    const { steady } = this.#services;
    const rest = { journey: this.#journey, mcp: this.#mcp, steady, number: this.#talks };
    const { own: tools } = this.#mcp;
    const { prompts, callInside } = this.#services;
    const { authority } = this.#head;
    return new Promise<TalkEnd>((settle, fail) => {
      const talk =
        tools === undefined
          ? new ServerTalk({ ...parts, ...rest }, settle)
          : new OwnTalk({ ...parts, ...rest, tools, prompts, callInside, authority }, settle);
      this.#talk = talk;
      this.#journey.interrupt = (denial) => talk.interrupt(denial);
      Promise.resolve(talk.start()).catch(fail);
    });
  }

  /** Nothing of the caller's own goes on. */
  headersTo({ credential, session, revision }: Line, mirrors: readonly string[]): readonly string[] {
    return [
      ...['content-type', 'application/json', 'accept', 'application/json, text/event-stream'],
      ...['accept-encoding', 'identity', 'user-agent', 'signet', 'signet-reference', this.#journey.reference],
      ...(revision === '' ? [] : ['mcp-protocol-version', revision]),
      ...(session === undefined ? [] : ['mcp-session-id', session]),
      ...mirrors,
      ...(credential === undefined ? [] : ['authorization', `Bearer ${credential}`]),
    ];
  }
}

export function lineOf(credential: string | undefined): Line {
  return { credential, session: undefined, revision: statelessRevision };
}

export function isSpoken({ result }: RpcResponse): boolean {
  return eraOf(textAt(result, 'protocolVersion') ?? '') === 'sessions';
}

function handshake(protocolVersion: string): RpcRequest {
  const clientInfo = { name: 'signet', version: '1' };
  const params = { protocolVersion, capabilities: {}, clientInfo };
  return written({ jsonrpc: '2.0', id: 'signet-handshake', method: 'initialize', params });
}

function cancelledOf(id: string): string {
  return `{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":${id},"reason":"The client left"}}`;
}

const initialized = '{"jsonrpc":"2.0","method":"notifications/initialized"}';

function written(message: object): RpcRequest {
  const read = readRpc(JSON.stringify(message));
  if (typeof read === 'string' || read.kind !== 'request') throw new TypeError('No request was written');
  return read;
}

export function sessionUnknown(): Denial {
  return new Denial('check-request', refusal('mcp_session_unknown'));
}

function unsealed(): Denial {
  return new Denial('forward', refusal('signing_unavailable.context'), { headers: ['retry-after', '1'] });
}

function notGiven(server: string): Denial {
  return new Denial('forward', refusal('mcp_token_needed', { server }));
}

function noCredential(note: string): Denial {
  return new Denial('forward', refusal('mcp_unavailable.no_credential'), { note });
}

export function lost(): Denial {
  return unreadable('is none of this protocol');
}
