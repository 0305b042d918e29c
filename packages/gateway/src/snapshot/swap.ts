import type { WatchedClocks } from '@signet/contracts';
import {
  type AskServer,
  type FetchDocument,
  fetchKeys,
  handedDocument,
  handedSecrets,
  IssuerKeys,
  type IssuerKeysOptions,
  isPublished,
  ofHanded,
  type ReadHanded,
  type ReadSharedSecrets,
} from '@signet/trust';
import type { IssuerPolicy } from '@signet/trust/bearer';
import { AnswerCache } from '../cache/answer-cache.ts';
import type { ContextKeys } from '../context/context-keys.ts';
import { Introspector } from '../introspection/introspector.ts';
import { ExchangedTokens } from '../mcp/exchanged-tokens.ts';
import { Standings } from '../models/choosing/standings.ts';
import { ProviderKeys } from '../models/provider-keys.ts';
import { AccessTokens } from '../models/vertex/access-tokens.ts';
import type { ReportKeys } from '../ports/index.ts';
import { KeptUpstreams } from '../upstream/kept-upstreams.ts';
import { LiveSnapshot } from './live-snapshot.ts';
import type { Snapshot } from './snapshot.ts';

export interface SwapOptions {
  readonly fetchDocument: FetchDocument;
  readonly readSecrets?: ReadSharedSecrets;
  readonly readHanded?: ReadHanded;
  /** Absent: no issuer can be asked about its tokens, and they are refused. */
  readonly askServer?: AskServer;
  readonly clocks: WatchedClocks;
  readonly contextKeys: ContextKeys;
  readonly reportKeys?: ReportKeys;
  readonly reportChanged?: (resource: string) => void;
}

/**
 * Holds the snapshot that new requests get. A swap is one assignment: each request sees the old configuration or the
 * new one, never a mixture. The old one drains behind it. Keys of issuers and upstreams that did not change stay.
 */
export class SnapshotHolder {
  readonly #options: SwapOptions;
  /** Answers that are kept outlive a swap, where their routes do. */
  readonly answers: AnswerCache;
  readonly #providerKeys: ProviderKeys;
  readonly #accessTokens: AccessTokens;
  readonly #standings = new Standings();
  readonly #exchangedTokens: ExchangedTokens;
  readonly #issuers = new Map<string, IssuerKeys>();
  readonly #upstreams: KeptUpstreams;
  readonly #retiring = new Set<Promise<void>>();
  readonly #stopWatching: () => void;
  #live: LiveSnapshot;

  constructor(snapshot: Snapshot, options: SwapOptions) {
    this.#options = options;
    this.#upstreams = new KeptUpstreams(options.readHanded ?? nothingHanded);
    this.#providerKeys = new ProviderKeys(options.readHanded ?? nothingHanded, options.clocks.steady);
    const { clocks, askServer = nobodyAsked } = options;
    this.#accessTokens = new AccessTokens(askServer, () => ({
      wall: clocks.wall(),
      steady: clocks.steady(),
    }));
    this.#exchangedTokens = new ExchangedTokens({
      askServer,
      readHanded: options.readHanded ?? nothingHanded,
      steady: clocks.steady,
    });
    this.answers = new AnswerCache(snapshot.gateway.cache, options.clocks, options.reportChanged);
    this.#live = this.#bringUp(snapshot);
    this.#stopWatching = options.clocks.onJump((jumped) => this.#doubt(Math.abs(jumped)));
  }

  get live(): LiveSnapshot {
    return this.#live;
  }

  swap(snapshot: Snapshot): void {
    const old = this.#live;
    this.#live = this.#bringUp(snapshot);
    const retiring = old.retire();
    this.#retiring.add(retiring);
    void retiring.finally(() => this.#retiring.delete(retiring));
  }

  async close(): Promise<void> {
    this.#stopWatching();
    await Promise.all([...this.#retiring, this.#live.retire()]);
  }

  #doubt(milliseconds: number): void {
    for (const keys of this.#issuers.values()) keys.doubt(milliseconds);
    this.#live.forgetAnswers();
    // Nobody knows how old they are.
    this.answers.forgetAll();
  }

  #bringUp(snapshot: Snapshot): LiveSnapshot {
    const keys = new Map([...snapshot.issuers.values()].map((policy) => [policy, this.#keysFor(policy)]));
    const current = new Set(keys.values());
    for (const [identity, held] of this.#issuers) if (!current.has(held)) this.#issuers.delete(identity);
    this.answers.settle(snapshot.cacheEpochs, snapshot.gateway.cache);
    const { contextKeys } = this.#options;
    // So that the first request of such a route need not wait.
    if (snapshot.signsContext) void contextKeys.ready();
    const ofProcess = {
      ...{ answers: this.answers, contextKeys },
      ...{ providerKeys: this.#providerKeys, standings: this.#standings },
      accessTokens: this.#accessTokens,
      exchangedTokens: this.#exchangedTokens,
    };
    return new LiveSnapshot(snapshot, keys, this.#introspectors(snapshot), this.#upstreams, ofProcess);
  }

  #introspectors({ introspected, gateway: { maxTokenValues: maxValues } }: Snapshot) {
    const { askServer = nobodyAsked, readHanded = nothingHanded } = this.#options;
    return new Map(
      introspected.map((policy) => [policy, new Introspector({ policy, askServer, readHanded, maxValues })]),
    );
  }

  /** Two policies with the same words share their keys; any difference begins anew. */
  #keysFor(policy: IssuerPolicy): IssuerKeys {
    const identity = JSON.stringify(policy);
    const held = this.#issuers.get(identity);
    if (held !== undefined) return held;
    const { clocks, reportKeys } = this.#options;
    const { algorithms, issuer } = policy;
    const keys = new IssuerKeys({
      ...keysFrom(policy, this.#options),
      algorithms,
      steady: clocks.steady,
      reportRejected: (rejected) => reportKeys?.(issuer, rejected),
    });
    keys.prefetch();
    this.#issuers.set(identity, keys);
    return keys;
  }
}

type Source = Pick<IssuerKeysOptions, 'fetchKeys' | 'readSecrets' | 'patience'>;

function keysFrom(
  policy: IssuerPolicy,
  { fetchDocument, readSecrets, readHanded = nothingHanded }: SwapOptions,
): Source {
  const { keys, algorithms, sharesSecrets, issuer } = policy;
  if (isPublished(keys)) {
    const shared = sharesSecrets && readSecrets !== undefined ? { readSecrets } : {};
    return { fetchKeys: () => fetchKeys({ issuer, keys }, fetchDocument), ...shared };
  }
  return {
    fetchKeys: () => handedDocument(keys, readHanded),
    readSecrets: () => handedSecrets(keys, algorithms, readHanded),
    ...(keys.from === 'text' ? {} : { patience: ofHanded }),
  };
}

const nothingHanded: ReadHanded = async () => [];

const nobodyAsked: AskServer = () => Promise.reject(new TypeError('No server is asked'));
