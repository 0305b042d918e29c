import type { SteadyTime, WallTime } from '@signet/contracts';
import type { IssuerKeys } from '@signet/trust';
import type { IssuerPolicy } from '@signet/trust/bearer';
import type { AnswerCache } from '../cache/answer-cache.ts';
import type { ContextKeys } from '../context/context-keys.ts';
import type { IntrospectionPolicy } from '../introspection/introspection-policy.ts';
import type { Introspector } from '../introspection/introspector.ts';
import type { ExchangedTokens } from '../mcp/exchanged-tokens.ts';
import { type ModelKeyStatus, modelKeyStatus } from '../models/choosing/model-key-status.ts';
import type { Standings } from '../models/choosing/standings.ts';
import type { ProviderKeys } from '../models/provider-keys.ts';
import type { AccessTokens } from '../models/vertex/access-tokens.ts';
import { TokenCache } from '../token/token-cache.ts';
import type { HeldUpstream, KeptUpstreams } from '../upstream/kept-upstreams.ts';
import type { Upstream, UpstreamStatus } from '../upstream/upstream.ts';
import type { Snapshot } from './snapshot.ts';

/** What outlives each snapshot. */
type OfProcess = Pick<
  LiveSnapshot,
  'answers' | 'contextKeys' | 'providerKeys' | 'accessTokens' | 'standings' | 'exchangedTokens'
>;

/** A snapshot at work, with the connections and the memory that belong to it. Requests in progress hold on to theirs. */
export class LiveSnapshot {
  readonly snapshot: Snapshot;
  readonly tokens: TokenCache = new TokenCache();
  readonly #upstreams: ReadonlyMap<string, HeldUpstream>;
  /** Of this process, for all snapshots. */
  readonly answers: AnswerCache;
  /** Likewise. */
  readonly contextKeys: ContextKeys;
  readonly providerKeys: ProviderKeys;
  readonly accessTokens: AccessTokens;
  readonly standings: Standings;
  readonly exchangedTokens: ExchangedTokens;
  readonly #keys: ReadonlyMap<IssuerPolicy, IssuerKeys>;
  readonly #introspectors: ReadonlyMap<IntrospectionPolicy, Introspector>;
  #inUse = 0;
  #idle: (() => void) | undefined;

  constructor(
    snapshot: Snapshot,
    keys: ReadonlyMap<IssuerPolicy, IssuerKeys>,
    introspectors: ReadonlyMap<IntrospectionPolicy, Introspector>,
    upstreams: KeptUpstreams,
    { answers, contextKeys, providerKeys, accessTokens, standings, exchangedTokens }: OfProcess,
  ) {
    this.snapshot = snapshot;
    this.answers = answers;
    this.contextKeys = contextKeys;
    this.providerKeys = providerKeys;
    this.accessTokens = accessTokens;
    this.standings = standings;
    this.exchangedTokens = exchangedTokens;
    this.#keys = keys;
    this.#introspectors = introspectors;
    this.#upstreams = new Map(
      [...snapshot.upstreams].map(([name, configuration]) => [name, upstreams.take(name, configuration)]),
    );
  }

  /** @throws TypeError for a name that the snapshot does not hold; `compileSnapshot` lets none through. */
  upstream(name: string): Upstream {
    const held = this.#upstreams.get(name);
    if (held === undefined) throw new TypeError(`No upstream ${name}`);
    return held.upstream;
  }

  /** How each upstream and its targets stand. */
  upstreamStatus(now: SteadyTime): Readonly<Record<string, UpstreamStatus>> {
    return Object.fromEntries(
      [...this.#upstreams].map(([name, { upstream }]) => [name, upstream.status(now)] as const),
    );
  }

  /** How the keys stand by which its models are asked. */
  modelKeyStatus(at: WallTime, now: SteadyTime): readonly ModelKeyStatus[] {
    return modelKeyStatus(this.snapshot.modelKeys, this.standings, at, now);
  }

  /** @throws TypeError for a policy of another snapshot */
  readonly keysOf = (policy: IssuerPolicy): IssuerKeys => {
    const keys = this.#keys.get(policy);
    if (keys === undefined) throw new TypeError(`No keys for the issuer ${policy.name}`);
    return keys;
  };

  /** @throws TypeError for a policy of another snapshot */
  readonly introspectorOf = (policy: IntrospectionPolicy): Introspector => {
    const introspector = this.#introspectors.get(policy);
    if (introspector === undefined) throw new TypeError(`Nobody asks the issuer ${policy.name}`);
    return introspector;
  };

  /** The answers of issuers are asked for anew. */
  forgetAnswers(): void {
    for (const introspector of this.#introspectors.values()) introspector.forgetAll();
  }

  enter(): void {
    this.#inUse += 1;
  }

  leave(): void {
    this.#inUse -= 1;
    if (this.#inUse === 0) this.#idle?.();
  }

  /**
   * Waits for the requests in progress, then lets go of the upstreams. One stream can hold it for hours, so what need not be
   * kept for that goes at once.
   */
  async retire(): Promise<void> {
    this.tokens.forgetAll();
    this.forgetAnswers();
    for (const held of this.#upstreams.values()) held.retire();
    if (this.#inUse > 0) {
      await new Promise<void>((idle) => {
        this.#idle = idle;
      });
    }
    await Promise.all([...this.#upstreams.values()].map((held) => held.release()));
  }
}
