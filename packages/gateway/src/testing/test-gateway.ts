import {
  type AddedProvider,
  type DecisionRecord,
  type Explanation,
  explainDecision,
  type KeptCall,
  type Problem,
  readConfiguration,
  type SteadyTime,
  WatchedClocks,
  withAdded,
} from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import type { AskServer, SharedSecret } from '@signet/trust';
import { askServer } from '@signet/trust/ask-server';
import { fetchDocument } from '@signet/trust/fetch-document';
import { deriveContextKeys } from '../context/derive-keys.ts';
import type { Door } from '../door.ts';
import { createGateway, type Gateway } from '../gateway.ts';
import { QuotaShares } from '../limits/quota-shares.ts';
import {
  createMemoryHolds,
  createMemoryLedger,
  createMemoryQuotaBook,
  createMemoryUsedTokens,
  type FindApiKey,
  type FindPrompt,
  type Holds,
  type Ledger,
  type LedgerReader,
  type LimitAnswer,
  type Limiter,
  type Quotas,
  type ReadContextKeys,
  type Span,
  type SpendingLedger,
  type UsedTokens,
} from '../ports/index.ts';
import { compileSnapshot } from '../snapshot/compile.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { TestIssuer } from './issuer.ts';
import { type RawAnswer, rawCall } from './raw-call.ts';
import { TestFeed } from './test-feed.ts';
import { UpstreamServer } from './upstream-server.ts';

export interface CallOptions extends Omit<RequestInit, 'headers'> {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const standardRoutes = `
  - id: demo
    match: { methods: [GET, POST, HEAD, DELETE], path: '/demo/{rest*}' }
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read] }
    context: { headers: { x-caller: claims.sub } }
    upstream: api
  - id: open
    match: { methods: [GET, POST], path: '/open/{rest*}' }
    public: true
    upstream: api`;

export interface Wishes {
  readonly door?: Door;
  readonly trustedProxies?: readonly string[];
  /** YAML lines under `gateway:`. */
  readonly gateway?: string;
  /** YAML list entries under `routes:`. */
  readonly routes?: string;
  /** YAML lines under `issuers:`; house is there anyway. */
  readonly issuers?: string;
  /** YAML lines under `machines:`; there are none otherwise. */
  readonly machines?: string;
  /** YAML lines under `upstreams:`, in place of the one upstream `api`. */
  readonly upstreams?: string;
  /** Who tells the keys of context tokens from the start. */
  readonly readContextKeys?: ReadContextKeys;
  /** YAML lines under `llm:`. */
  readonly llm?: string;
  /** Providers of models that were added by command. */
  readonly added?: readonly AddedProvider[];
  /** YAML lines under `budgets:`; there are none otherwise. */
  readonly budgets?: string;
  /** YAML lines under `mcp:`. */
  readonly mcp?: string;
}

/** A gateway between a real issuer and a real upstream, on clocks that stand still. */
export class TestGateway {
  readonly clocks: ManualClocks = new ManualClocks(1_750_000_000_000);
  readonly records: DecisionRecord[] = [];
  readonly keptCalls: KeptCall[] = [];
  /** Of the access log, and where they go. */
  readonly lines: { readonly to: string; readonly line: string }[] = [];
  readonly spans: Span[] = [];
  readonly feed: TestFeed = new TestFeed();
  /** What the limiter answers; by default there is room. */
  limiter: (key: string, now: SteadyTime) => LimitAnswer | Promise<LimitAnswer> = () => ({
    admitted: true,
    remaining: 1,
  });
  /** Where quotas are counted. */
  quotas: Quotas = new QuotaShares(createMemoryQuotaBook());
  /** Where money and tokens are reserved. */
  readonly books: Ledger & LedgerReader = createMemoryLedger(() => this.now);
  /** Who stands before it. */
  ledger: SpendingLedger = this.books;
  /** What of a fault was told to the operator. */
  readonly faults: unknown[] = [];
  /** Where places of routes are held. */
  holds: Holds = createMemoryHolds();
  /** Where it is known which tokens were used. */
  usedTokens: UsedTokens = createMemoryUsedTokens();
  /** What house shares with APIs. */
  secrets: readonly SharedSecret[] = [];
  /** What the operator handed over, by the words of its reference. */
  readonly handed: Map<string, readonly string[]> = new Map();
  /** Who knows API keys. */
  findApiKey: FindApiKey = async () => undefined;
  /** Who knows prompts. */
  findPrompt: FindPrompt = async () => undefined;
  /** Of the gateways' own, as nodes have them of a master key. */
  readContextKeys: ReadContextKeys = async () =>
    deriveContextKeys([new Uint8Array(32).fill(7)], this.clocks.wall());
  /** Whom issuers are asked by. */
  askServer: AskServer = askServer;
  readonly issuer: TestIssuer;
  readonly upstream: UpstreamServer;
  readonly gateway: Gateway;
  port = 0;

  private constructor(issuer: TestIssuer, upstream: UpstreamServer, wishes: Wishes) {
    this.issuer = issuer;
    this.upstream = upstream;
    if (wishes.readContextKeys !== undefined) this.readContextKeys = wishes.readContextKeys;
    const limiter: Limiter = { take: (key, _, now) => this.limiter(key, now) };
    this.gateway = createGateway({
      snapshot: this.compile(wishes),
      feed: this.feed,
      limiter,
      quotas: { spend: (asked, now) => this.quotas.spend(asked, now) },
      ledger: {
        reserve: (request) => this.ledger.reserve(request),
        move: (request) => this.ledger.move(request),
        settle: (...settled) => this.ledger.settle(...settled),
        release: (id) => this.ledger.release(id),
        book: (...booked) => this.ledger.book(...booked),
      },
      reportFault: (error) => this.faults.push(error),
      holds: { take: (name, most) => this.holds.take(name, most) },
      usedTokens: { use: (...token) => this.usedTokens.use(...token) },
      recorder: {
        record: (record) => this.records.push(record),
        keep: (call) => this.keptCalls.push(call),
      },
      accessLog: { write: (to, line) => this.lines.push({ to, line }) },
      spans: { send: (_, span) => this.spans.push(span) },
      fetchDocument,
      readSecrets: async () => this.secrets,
      findApiKey: (hash) => this.findApiKey(hash),
      findPrompt: (...asked) => this.findPrompt(...asked),
      askServer: (...question) => this.askServer(...question),
      readContextKeys: () => this.readContextKeys(),
      readHanded: async (reference) => this.handed.get(reference) ?? [],
      clocks: new WatchedClocks(this.clocks),
      node: 'gateway-1',
      trustedProxies: wishes.trustedProxies ?? [],
      ...(wishes.door === undefined ? {} : { door: wishes.door }),
    });
  }

  /** Milliseconds since the epoch; moving it lets time pass. */
  get now(): number {
    return this.clocks.wall();
  }

  set now(later: number) {
    this.clocks.pass(later - this.now);
  }

  static async start(wishes: Wishes = {}): Promise<TestGateway> {
    const rig = new TestGateway(await TestIssuer.start(), await UpstreamServer.start(), wishes);
    rig.port = (await rig.gateway.listen({ port: 0, host: '127.0.0.1' })).port;
    return rig;
  }

  compile(wishes: Wishes): Snapshot {
    const { gateway, routes = standardRoutes, issuers = '', machines } = wishes;
    const { upstreams, llm, mcp, budgets, added = [] } = wishes;
    const text = `version: 1
gateway:
  records: { refusalsPerSecond: 1000, successesPerSecond: 1000 }
${gateway ?? ''}
identity: { audiences: [https://api.example] }
issuers:
  house: { self: true }
${issuers}
${machines === undefined ? '' : `machines:\n${machines}`}
upstreams:
${upstreams ?? `  api: { targets: [{ url: ${this.upstream.url} }] }`}
${llm === undefined ? '' : `llm:\n${llm}`}
${budgets === undefined ? '' : `budgets:\n${budgets}`}
${mcp === undefined ? '' : `mcp:\n${mcp}`}
routes:${routes}
`;
    const reading = readConfiguration(text, { fileName: 'signet.yaml' });
    if (!reading.ok) throw new TypeError(reading.problems.map(({ message }) => message).join('\n'));
    const { configuration } = reading;
    const part = { ...configuration, llm: withAdded(configuration.llm, added) };
    return compileSnapshot(part, { selfIssuer: this.issuer.url });
  }

  /** A good token, with claims put over it. */
  token(claims: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return this.issuer.sign({ now: this.now / 1000, claims });
  }

  async call(path: string, options: CallOptions = {}): Promise<Answer> {
    const { token, headers, ...rest } = options;
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`, {
      ...rest,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  /** The call's refusal; throws when it was let through. */
  async refusal(path: string, options: CallOptions = {}): Promise<Problem> {
    const { text, headers } = await this.call(path, options);
    if (headers.get('content-type') !== 'application/problem+json')
      throw new TypeError(`Let through: ${text}`);
    return JSON.parse(text) as Problem;
  }

  /** What a person reads of the last request. */
  explained(): Explanation {
    const record = this.records.at(-1);
    if (record === undefined) throw new TypeError('Nothing was recorded');
    return explainDecision(record);
  }

  raw(bytes: string | readonly string[]): Promise<RawAnswer> {
    return rawCall(this.port, bytes);
  }

  async close(): Promise<void> {
    this.gateway.cutOff();
    await this.gateway.close();
    await Promise.all([this.issuer.close(), this.upstream.close()]);
  }
}
