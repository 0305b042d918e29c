import { errorCatalogue, refusal } from '@signet/contracts';
import { challengeOf } from '@signet/trust/bearer';
import { Denial, type DenialDetails } from '../denial.ts';
import { clientClosed } from '../forwarding/client-closed.ts';
import type { Journey } from '../journey.ts';
import type { RequestHead } from '../request/request-head.ts';
import { valuesOf } from '../request/values-of.ts';
import { takeLimits } from '../steps/limit.ts';
import type { CompiledMcp } from './compiled-mcp.ts';
import { discoveryOf, type GreetingRules, greetingOf } from './greetings.ts';
import { McpAnswer } from './mcp-answer.ts';
import type { McpTrace } from './mcp-trace.ts';
import { type MirroredParameter, mismatchIn } from './mirrored-headers.ts';
import { mismatch, type RpcFault } from './read-caller.ts';
import { rpcCodes } from './revisions.ts';
import { answerAsStateless, answerTo, isKept, withOffers, withTools } from './rewrite-message.ts';
import { idAt, type RpcMessage, type RpcRequest, type RpcResponse, readRpc, textAt } from './rpc-message.ts';
import {
  isSpoken,
  type Line,
  lineOf,
  lost,
  type McpCaller,
  type McpServices,
  noSession,
  ServerLine,
  type ServerLineParts,
  sessionUnknown,
} from './server-line.ts';
import { unreadable } from './server-talk.ts';
import { rpcError, rpcResult, speakRpc } from './speak-rpc.ts';
import type { KnownTools } from './tool-book.ts';
import { readTools, type ToolDefinition } from './tool-definition.ts';
import { judgeTool, type ToolVerdict } from './tool-rules.ts';

const mostPages = 32;
const mostTools = 2_000;

/** One message of a client to a server of tools, and what that needs beside. */
export class McpCall {
  readonly #journey: Journey;
  readonly #head: RequestHead;
  readonly #mcp: CompiledMcp;
  readonly #caller: McpCaller;
  readonly #services: McpServices;
  readonly #trace: McpTrace;
  readonly #answer: McpAnswer;
  readonly #server: ServerLine;
  #left = false;
  #isTakenBack = false;

  /** @param method as the record tells it */
  constructor(parts: ServerLineParts, method: string) {
    const { journey, head, mcp, caller, services } = parts;
    this.#journey = journey;
    this.#head = head;
    this.#mcp = mcp;
    this.#caller = caller;
    this.#services = services;
    this.#trace = {
      ...{ step: 'forward', toolServer: mcp.server, method, caller: caller.era, upstream: mcp.speaks },
      ...{ tool: undefined, digest: undefined, cost: undefined },
    };
    this.#answer = new McpAnswer(journey, services.seats);
    this.#server = new ServerLine(parts);
  }

  async serve(message: RpcMessage): Promise<Denial | undefined> {
    const { answer, trace } = this.#journey;
    if (answer.over) return clientClosed();
    answer.watch({ readerMoves: () => this.#readerMoves(), closed: () => this.#closed() });
    trace.tell(this.#trace);
    const close = this.#opens(message);
    let denial: Denial | undefined;
    try {
      denial = message.kind === 'request' ? await this.#serve(message) : await this.#pass(message);
    } finally {
      close();
    }
    this.#journey.interrupt = undefined;
    this.#answer.close();
    if (this.#left) return clientClosed();
    if (denial === undefined || !this.#answer.begun) return denial;
    const isWaitedFor = message.kind === 'request' && !this.#isTakenBack;
    await this.#answer.fail(isWaitedFor ? this.#lastWords(message, denial) : undefined);
    return denial;
  }

  /** By its id a client takes back what it has asked in a session; a server without them sees that nobody is there. */
  #opens(message: RpcMessage): () => void {
    const { era, owner } = this.#caller;
    const { speaks, calls } = this.#mcp;
    const isOpen = message.kind === 'request' && message.method !== 'initialize';
    if (!isOpen || era === 'stateless' || speaks === 'sessions') return () => undefined;
    const { id } = message;
    return calls.open(owner, id, () => {
      this.#isTakenBack = true;
      // Nobody reads it; a status that is an error would say to its client that the server is not there.
      this.#journey.speak = speakRpc({ id, status: 200 });
      this.#server.takeBack(clientClosed());
    });
  }

  /** A stream that the client opens by GET, or the end of a session by DELETE; both are of sessions alone. */
  async serveSession(method: 'GET' | 'DELETE'): Promise<Denial | undefined> {
    const { answer, trace } = this.#journey;
    if (answer.over) return clientClosed();
    answer.watch({ readerMoves: () => this.#readerMoves(), closed: () => this.#closed() });
    trace.tell(this.#trace);
    const line = await this.#server.line();
    const denial =
      line instanceof Denial
        ? line
        : line.session === undefined
          ? sessionUnknown()
          : await this.#sessionTalk(method, line);
    this.#journey.interrupt = undefined;
    this.#answer.close();
    return this.#left ? clientClosed() : denial;
  }

  async #sessionTalk(method: 'GET' | 'DELETE', line: Line): Promise<Denial | undefined> {
    const lasts = method === 'GET';
    const end = await this.#server.converse({
      ...{ method, body: undefined, expects: undefined, lasts },
      headers: this.#server.headersTo(line, []),
      streams: () => this.#answer.stream(),
      hears: (message) => this.#answer.message(message.text),
    });
    if (end.kind === 'failed') return end.denial;
    if (end.kind === 'left') return clientClosed();
    if (end.status === 404) return sessionUnknown();
    if (end.status === 405) return methodRefused(method);
    if (this.#answer.begun) this.#answer.end();
    else this.#answer.empty(200);
    return undefined;
  }

  /** What wants no answer: of a session it goes on, and otherwise nobody is there to hear it. */
  async #pass(message: Exclude<RpcMessage, RpcRequest>): Promise<Denial | undefined> {
    const { era } = this.#caller;
    const isTold = message.kind === 'notification' && !message.method.startsWith('notifications/');
    if (isTold) return this.#refuse(undefined, invalid('a notification of another name'));
    if (era === 'stateless' || this.#mcp.speaks === 'stateless') {
      if (message.kind === 'response')
        return this.#refuse(undefined, invalid('an answer to what was never asked'));
      if (message.method === 'notifications/cancelled') {
        const id = idAt(message, 'requestId');
        if (id !== undefined) this.#mcp.calls.takeBack(this.#caller.owner, id);
      }
      this.#answer.empty(202);
      return undefined;
    }
    const line = await this.#server.line();
    if (line instanceof Denial) return line;
    const end = await this.#server.converse({
      ...{ method: 'POST', body: message.text, expects: undefined, lasts: false },
      headers: this.#server.headersTo(line, []),
      streams: () => undefined,
      hears: () => true,
    });
    if (end.kind === 'failed') return end.denial;
    if (end.kind === 'ended' && end.status === 404) return sessionUnknown();
    if (end.kind === 'ended') this.#answer.empty(202);
    return undefined;
  }

  async #serve(request: RpcRequest): Promise<Denial | undefined> {
    const { id, method } = request;
    const { era } = this.#caller;
    // From here on a refusal says which question it is about.
    this.#journey.speak = speakRpc({ id });
    const inSession = era === 'sessions';
    if (method === 'initialize' && inSession) return this.#greet(request);
    if (method === 'server/discover' && !inSession) return this.#discover(request);
    if (method === 'ping' && inSession) return this.#ping(request);
    if (method === 'tools/list' && this.#offers('tools')) return this.#list(request);
    if (method === 'tools/call' && this.#offers('tools')) return this.#call(request);
    if (this.#passes(method)) return this.#forward(request, [], method === 'subscriptions/listen');
    const unknown = refusal('mcp_method_unknown', { method });
    return this.#refuse(id, { code: rpcCodes.unknownMethod, refusal: unknown }, inSession ? 200 : 404);
  }

  #offers(offer: string): boolean {
    return this.#mcp.offers.includes(offer);
  }

  /** By its name alone, as what is asked for. Nothing passes that nobody has thought of. */
  #passes(method: string): boolean {
    if (method === 'subscriptions/listen')
      return this.#caller.era === 'stateless' && this.#mcp.speaks === 'stateless';
    if (method === 'completion/complete') return this.#offers('completions');
    const [kind = '', verb = ''] = method.split('/', 2);
    const ofResources = ['list', 'read', 'templates', 'subscribe', 'unsubscribe'];
    if (kind === 'resources') return this.#offers('resources') && ofResources.includes(verb);
    return kind === 'prompts' && this.#offers('prompts') && ['list', 'get'].includes(verb);
  }

  async #ping(request: RpcRequest): Promise<Denial | undefined> {
    if (this.#mcp.speaks === 'sessions') return this.#forward(request, []);
    this.#answer.last(rpcResult(request.id, {}));
    return undefined;
  }

  async #greet(request: RpcRequest): Promise<Denial | undefined> {
    const credential = await this.#server.credential();
    if (credential instanceof Denial) return credential;
    if (this.#mcp.speaks === 'stateless') {
      const found = await this.#server.ask(this.#server.own('server/discover'), lineOf(credential), []);
      if (found === noSession || found instanceof Denial) return found === noSession ? lost() : found;
      this.#answer.last(greetingOf(request, found.response, this.#greetingRules()));
      return undefined;
    }
    const line = { credential, session: undefined, revision: '' };
    const greeted = await this.#server.ask(request, line, []);
    if (greeted === noSession || greeted instanceof Denial) return greeted === noSession ? lost() : greeted;
    const { response, rawHeaders } = greeted;
    if (response.result !== undefined && !isSpoken(response)) return lost();
    const [session] = valuesOf('mcp-session-id', rawHeaders);
    if (session !== undefined) {
      const sealed = await this.#server.sealed(session);
      if (sealed instanceof Denial) return sealed;
      this.#answer.also('mcp-session-id', sealed);
    }
    this.#answer.last(withOffers(response, this.#greetingRules()));
    return undefined;
  }

  async #discover(request: RpcRequest): Promise<Denial | undefined> {
    const credential = await this.#server.credential();
    if (credential instanceof Denial) return credential;
    if (this.#mcp.speaks === 'stateless') {
      const found = await this.#server.ask(request, lineOf(credential), []);
      if (found === noSession || found instanceof Denial) return found === noSession ? lost() : found;
      this.#answer.last(withOffers(found.response, this.#greetingRules()));
      return undefined;
    }
    const opened = await this.#server.opened(credential);
    if (opened instanceof Denial) return opened;
    const greeted = readRpc(opened.greeting);
    if (typeof greeted === 'string' || greeted.kind !== 'response') return lost();
    this.#answer.last(discoveryOf(request, greeted, this.#greetingRules()));
    return undefined;
  }

  #greetingRules(): GreetingRules {
    const { server, offers, rules } = this.#mcp;
    return { server, offers, passesInstructions: rules.takesUnapproved };
  }

  async #list(request: RpcRequest): Promise<Denial | undefined> {
    const listed = await this.#server.again((line) => this.#server.ask(request, line, []));
    if (listed instanceof Denial) return listed;
    const { response } = listed;
    if (response.result === undefined) {
      this.#answer.last(response.text);
      return undefined;
    }
    const page = readTools(response);
    if (typeof page === 'string') return unreadable(`has ${page}`);
    const offered = page.tools.filter((tool) => this.#judge(tool).kind === 'offered');
    const texts = offered.map(({ text }) => text);
    this.#answer.last(this.#written(withTools(response, texts), request.method));
    return undefined;
  }

  async #call(request: RpcRequest): Promise<Denial | undefined> {
    const { id, params } = request;
    const name = textAt(params, 'name');
    if (name === undefined || name === '')
      return this.#refuse(id, { ...invalid('no name of a tool'), code: rpcCodes.invalidParams });
    this.#trace.tool = name;
    const tools = await this.#tools();
    if (tools instanceof Denial) return tools;
    const tool = tools.get(name);
    if (tool === undefined) return this.#refuseTool(id, name, 'Its server has no such tool');
    const verdict = this.#judge(tool);
    if (verdict.kind === 'hidden') return this.#refuseTool(id, name, verdict.note);
    this.#trace.digest = tool.digest;
    if (verdict.kind === 'lacking') {
      const challenge = challengeOf(verdict.refusal, verdict.required);
      return new Denial('authorize', verdict.refusal, { challenge });
    }
    const wrong =
      this.#caller.era === 'stateless' ? mismatchIn(request, this.#head.headers, tool.mirrored) : undefined;
    if (wrong !== undefined) return this.#refuse(id, mismatch(wrong));
    const { token } = this.#caller;
    const { address, trace } = this.#journey;
    const limited = await takeLimits(verdict.rule?.limits ?? [], this.#services.limiter, {
      ...{ token, address, trace },
      now: this.#services.now().steady,
    });
    if (limited !== undefined) return limited;
    this.#trace.cost = verdict.rule?.cost;
    return this.#forward(request, tool.mirrored);
  }

  #judge(tool: ToolDefinition): ToolVerdict {
    return judgeTool(tool, this.#mcp.rules, this.#caller);
  }

  /** All that the server offers to whom it is asked for, by what it said not long ago. */
  async #tools(): Promise<KnownTools | Denial> {
    const { book, exchange, ownTokens } = this.#mcp;
    const at = this.#services.steady();
    // What a server says to one person of its tools is not for another, who may have given it nothing.
    const whose = (exchange ?? ownTokens) === undefined ? '' : this.#caller.owner;
    const known = book.known(whose, at);
    if (known !== undefined) return known;
    const all: ToolDefinition[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < mostPages; pages += 1) {
      const asked = this.#server.own('tools/list', cursor);
      const listed = await this.#server.again((line) => this.#server.ask(asked, line, []));
      if (listed instanceof Denial) return listed;
      const page = readTools(listed.response);
      if (typeof page === 'string') return unreadable(`has ${page}`);
      all.push(...page.tools);
      if (all.length > mostTools) return unreadable(`has more than ${mostTools} tools`);
      if (new Set(all.map(({ name }) => name)).size !== all.length) return unreadable('has a tool twice');
      cursor = page.nextCursor;
      if (cursor === undefined) return book.write(whose, all, at);
    }
    return unreadable(`has more than ${mostPages} pages of tools`);
  }

  async #forward(
    request: RpcRequest,
    mirrored: readonly MirroredParameter[],
    lasts = false,
  ): Promise<Denial | undefined> {
    const asked = this.#server.translated(request);
    const outcome = await this.#server.again(async (line) => {
      let isAnswered = false;
      const end = await this.#server.converse({
        ...{ method: 'POST', body: asked.text, expects: asked.id, lasts },
        headers: this.#server.headersTo(line, this.#server.mirrors(asked, mirrored)),
        streams: () => this.#answer.stream(),
        hears: (message) => {
          if (message.kind !== 'response') return this.#hearsAside(message);
          const written = this.#final(answerTo(request, message), request.method);
          if (written === undefined) return true;
          isAnswered = true;
          this.#answer.last(written);
          return true;
        },
      });
      if (end.kind === 'failed') return end.denial;
      if (end.kind === 'left') await this.#server.tellLeft(line, asked);
      if (end.kind === 'left' || isAnswered) return undefined;
      return end.status === 404 ? noSession : lost();
    });
    return outcome;
  }

  /** What comes before an answer. What a server asks of a client passes where both have the session for it. */
  #hearsAside(message: Exclude<RpcMessage, RpcResponse>): boolean {
    const bothInSession = this.#caller.era === 'sessions' && this.#mcp.speaks === 'sessions';
    if (message.kind === 'notification' || bothInSession)
      return this.#answer.begun ? this.#answer.message(message.text) : true;
    this.#server.interrupt(unreadable('asks what nobody can answer'));
    return true;
  }

  /** Undefined where a client of the revisions with sessions could not go on from it. */
  #final(response: RpcResponse, method: string): string | undefined {
    const isHalf = textAt(response.result, 'resultType') === 'input_required';
    if (!isHalf || this.#caller.era === 'stateless') return this.#written(response.text, method);
    this.#server.interrupt(unreadable('asks for more, by a revision that the client does not speak'));
    return undefined;
  }

  /** In the words of the client. */
  #written(text: string, method: string): string {
    if (this.#caller.era === 'sessions' || this.#mcp.speaks === 'stateless') return text;
    const response = readRpc(text);
    if (typeof response === 'string' || response.kind !== 'response')
      throw new TypeError('An answer became none');
    return answerAsStateless(response, isKept(method));
  }

  #refuse(id: string | undefined, fault: RpcFault, status?: number, details?: DenialDetails): Denial {
    const { code, refusal: told, data } = fault;
    this.#journey.speak = speakRpc({
      ...{ id, code },
      ...(status === undefined ? {} : { status }),
      ...(data === undefined ? {} : { data }),
    });
    return new Denial('check-request', told, details);
  }

  /** As an answer: a status that is an error would say to clients that the server, or their session, is not there. */
  #refuseTool(id: string, tool: string, note: string): Denial {
    const told = refusal('mcp_tool_unknown', { tool: tool.slice(0, 128) });
    return this.#refuse(id, { code: rpcCodes.invalidParams, refusal: told }, 200, { note });
  }

  /** Of a stream that has begun. */
  #lastWords({ id }: RpcRequest, { refusal: told }: Denial): string {
    const { reference } = this.#journey;
    const data = { code: told.code, reference };
    return rpcError(id, { code: errorCatalogue[told.code].status, message: told.sentence, data });
  }

  #readerMoves(): void {
    this.#answer.readerMoves();
    this.#server.resume();
  }

  #closed(): void {
    this.#answer.close();
    if (this.#journey.answer.finished) return;
    this.#left = true;
    this.#server.leave();
  }
}

function invalid(found: string): RpcFault {
  return { code: rpcCodes.invalid, refusal: refusal('mcp_request_invalid.message', { found }) };
}

function methodRefused(method: string): Denial {
  const told = refusal('method_not_allowed', { method, allowed: 'POST' });
  return new Denial('forward', told, { headers: ['allow', 'POST'] });
}
