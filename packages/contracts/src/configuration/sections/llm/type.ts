import type { SecretReference } from '../../fields/read-reference.ts';
import type { BreakerConfiguration } from '../upstreams/breaker.ts';
import type { ProviderKind } from './kinds.ts';
import type { modelAbilities, targetStrategies } from './strategies.ts';

/** Language models: who has them, and by which names callers know them. */
export interface LlmConfiguration {
  readonly providers: Readonly<Record<string, LlmProvider>>;
  /** By the name that callers ask for. */
  readonly models: Readonly<Record<string, ModelConfiguration>>;
}

export interface LlmProvider {
  readonly kind: ProviderKind;
  /** Without a slash at its end; the path of the question stands behind it. */
  readonly url: string;
  /** Absent, and no `keys` either: it takes everybody. */
  readonly key?: SecretReference;
  /** By these words its key is asked for where it was given by command; no configuration says so. */
  readonly keptKey?: string;
  /** Several, among which conversations are shared out; never beside `key`. */
  readonly keys?: readonly ProviderKey[];
  /** When it is left alone for a while; absent: never. */
  readonly breaker?: BreakerConfiguration;
  /** Whose prices count, as the list of prices calls it; absent: nobody knows what it costs. */
  readonly prices?: string;
  /** Where in the cloud it is asked: of Bedrock and Vertex. */
  readonly region?: string;
  /** Whose it is asked for: of Vertex. */
  readonly project?: string;
  /** Of Azure's older addresses, which name deployments; absent: its `v1`. */
  readonly apiVersion?: string;
  /** Milliseconds. */
  readonly connectTimeout: number;
  /** Milliseconds from the whole request sent to the first word of the answer. */
  readonly firstEvent: number;
  /** Milliseconds in which nothing comes, on the way. */
  readonly idle: number;
  /** Milliseconds for the whole answer. */
  readonly whole: number;
  /** Milliseconds in which an answer is still read that nobody waits for any more; absent: none. */
  readonly drain?: number;
}

/** One of several keys of a provider. */
export interface ProviderKey {
  readonly key: SecretReference;
  /** Share of the conversations. */
  readonly weight: number;
  /** Switched off by hand. */
  readonly off?: true;
  /** Milliseconds since the epoch, from which on it is not asked by. */
  readonly expires?: number;
}

/** In which order targets are asked. */
export type TargetStrategy = (typeof targetStrategies)[number];

/** What a request may need of a model. */
export type ModelAbility = (typeof modelAbilities)[number];

export interface ModelConfiguration {
  readonly strategy: TargetStrategy;
  /** How often one is asked once more, after a fault that may pass. */
  readonly retries: number;
  /** At least one; the next is asked where the one before cannot answer. */
  readonly targets: readonly ModelTarget[];
}

export interface ModelTarget {
  /** A name in `providers`. */
  readonly provider: string;
  /** As the provider calls it. */
  readonly model: string;
  /** Tokens that it reads at once, and that one answer may have; absent: nobody knows. */
  readonly mostInput?: number;
  readonly mostOutput?: number;
  /** Share of the conversations, or of the load. */
  readonly weight: number;
  /** What it cannot do: it is passed over where that is needed. */
  readonly lacks: readonly ModelAbility[];
  /** Tokens of question and answer together that it has room for; absent: nobody has said. */
  readonly context?: number;
}
