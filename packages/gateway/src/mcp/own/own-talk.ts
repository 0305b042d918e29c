import { refusal } from '@signet/contracts';
import { Denial } from '../../denial.ts';
import type { Journey } from '../../journey.ts';
import type { KnownPrompts } from '../../prompts/known-prompts.ts';
import type { AttemptTrace } from '../../trace.ts';
import { metaKeys, rpcCodes, statelessRevision } from '../revisions.ts';
import { objectAt, type RpcRequest, readRpc, textAt } from '../rpc-message.ts';
import type { TalkEnd, TalkParts } from '../server-talk.ts';
import { rpcError, rpcResult } from '../speak-rpc.ts';
import type { OwnTool } from './compile-own-tools.ts';
import { type Described, describedTools } from './described-tools.ts';
import { InnerCall } from './inner-call.ts';
import { failed, type ToolResult, toolResultOf } from './tool-result.ts';
import { writtenRequest } from './written-request.ts';

/** Takes a call through all the steps of its route, and of no other, as of whoever called the tool. */
export type CallInside = (outer: Journey, call: InnerCall, route: string) => Promise<Journey>;

export interface OwnTalkParts extends TalkParts {
  readonly tools: ReadonlyMap<string, OwnTool>;
  readonly prompts: KnownPrompts;
  readonly callInside: CallInside;
  /** Of the request of the tool. */
  readonly authority: string;
}

/** What stands for a server of tools where those are routes and prompts of this gateway: it speaks as one of the stateless revision. */
export class OwnTalk {
  readonly #parts: OwnTalkParts;
  readonly #settle: (end: TalkEnd) => void;
  #call: InnerCall | undefined;
  #deadline: NodeJS.Timeout | undefined;
  #over = false;

  constructor(parts: OwnTalkParts, settle: (end: TalkEnd) => void) {
    this.#parts = parts;
    this.#settle = settle;
  }

  /** Rejects where something here has a fault. */
  async start(): Promise<void> {
    const { body = '', journey, steady } = this.#parts;
    const asked = readRpc(body);
    if (typeof asked === 'string' || asked.kind !== 'request') {
      this.#end({ kind: 'ended', status: 202, rawHeaders: [] });
      return;
    }
    const answered = await this.#answered(asked);
    if (answered instanceof Denial) {
      this.#end({ kind: 'failed', denial: answered });
      return;
    }
    const response = readRpc(answered);
    if (typeof response === 'string') throw new TypeError('No answer was written');
    if (this.#over) return;
    journey.answeredAt ??= steady();
    this.#parts.hears(response);
    this.#end({ kind: 'ended', status: 200, rawHeaders: [] });
  }

  resume(): void {}

  /** Whoever is asked for it is told at once. */
  leave(): void {
    this.#end({ kind: 'left' });
  }

  interrupt(denial: Denial): void {
    this.#end({ kind: 'failed', denial });
  }

  async #answered(asked: RpcRequest): Promise<string | Denial> {
    const { id, method } = asked;
    switch (method) {
      case 'server/discover':
        return rpcResult(id, this.#greeting());
      case 'tools/list': {
        const described = await this.#described();
        if (described instanceof Denial) return described;
        const tools = described.map(({ definition }) => definition);
        return rpcResult(id, { ...complete, ...unkept, tools });
      }
      case 'tools/call': {
        const result = await this.#called(asked);
        return result instanceof Denial ? result : rpcResult(id, { ...complete, ...result });
      }
      default:
        return rpcError(id, { code: rpcCodes.unknownMethod, message: 'There is no such method here.' });
    }
  }

  #greeting(): object {
    const { mcp } = this.#parts;
    const _meta = { [metaKeys.server]: { name: mcp.server, version: '1' } };
    const capabilities = { tools: {} };
    return { ...complete, ...unkept, supportedVersions: [statelessRevision], capabilities, _meta };
  }

  #described(): Promise<readonly Described[] | Denial> {
    const { tools, prompts, journey } = this.#parts;
    return describedTools([...tools.values()], prompts, journey.startedAt);
  }

  async #called({ params, text }: RpcRequest): Promise<ToolResult | Denial> {
    const { tools, journey } = this.#parts;
    const tool = tools.get(textAt(params, 'name') ?? '');
    const described =
      tool === undefined ? [] : await describedTools([tool], this.#parts.prompts, journey.startedAt);
    if (described instanceof Denial) return described;
    const [known] = described;
    if (tool === undefined || known === undefined) return failed('There is no such tool here.');
    const written = writtenRequest(tool, objectAt(params, 'arguments'), text);
    if (typeof written === 'string') return failed(written);
    const { route } = tool;
    const credentials = this.#credentials();
    if (credentials === undefined) return failed('It is called by a token alone.');
    const host = ['host', route.host ?? this.#parts.authority];
    const call = new InnerCall({
      ...{ outer: journey.call, method: route.method, target: written.target, body: written.body },
      headers: [
        ...host,
        'accept',
        'application/json, text/*;q=0.9, */*;q=0.5',
        ...credentials,
        ...route.headers,
        ...written.headers,
      ],
    });
    return this.#take(call, tool, known);
  }

  /** The caller's own, and nothing besides: a tool gives nobody more than they have. */
  #credentials(): readonly string[] | undefined {
    const { presented } = this.#parts.journey;
    return presented === undefined ? undefined : ['authorization', `Bearer ${presented}`];
  }

  async #take(call: InnerCall, { route }: OwnTool, { isObject }: Described): Promise<ToolResult | Denial> {
    const { journey, mcp, number, callInside } = this.#parts;
    if (this.#over) return failed('Nobody waits for it.');
    const told: AttemptTrace = {
      ...{ step: 'forward', attempt: number, upstream: mcp.server, target: route.id },
      ...{ status: undefined, failure: undefined, keptBackCookie: false, leftOut: undefined },
      ...{ retriesSpent: false, contextGiven: false, token: undefined },
    };
    journey.trace.tell(told);
    this.#call = call;
    this.#deadline = setTimeout(() => this.#tooSlow(), mcp.whole);
    const inner = await callInside(journey, call, route.id);
    told.status = inner.status;
    told.complete = true;
    const { denial } = inner;
    // More scopes, or a stronger sign-in, would do: the client learns so as from any server of tools.
    if (denial?.step === 'authorize' && moreWouldDo.has(denial.refusal.code)) return denial;
    return toolResultOf(call.answer, isObject);
  }

  #tooSlow(): void {
    this.interrupt(new Denial('forward', refusal('upstream_timeout')));
  }

  #end(end: TalkEnd): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#deadline);
    this.#call?.answer.cutOff();
    this.#settle(end);
  }
}

const moreWouldDo: ReadonlySet<string> = new Set(['scope_missing', 'authentication_insufficient']);

const complete = { resultType: 'complete' } as const;
/** What is told of tools depends on who asks. */
const unkept = { ttlMs: 0, cacheScope: 'private' } as const;
