import type { ModelLimits } from '@signet/ai';
import type {
  Configuration,
  LlmConfiguration,
  LlmProvider,
  ModelTarget,
  ProviderKey,
  RouteConfiguration,
  RouteLlm,
  TargetStrategy,
  UpstreamConfiguration,
  WallTime,
} from '@signet/contracts';
import { tellReference, wallTime } from '@signet/contracts';
import type { Schemas } from '../described/schemas.ts';
import { type CompiledModelCache, compileModelCache } from '../model-cache/compile-model-cache.ts';
import { type CompiledGuard, compileGuards } from '../model-guards/compile-guards.ts';
import { type CompiledKeep, compileKeep } from '../model-keeping/compile-keep.ts';
import { addedModel } from './added-models.ts';
import type { CompiledKey } from './choosing/compiled-key.ts';
import type { ModelKey } from './choosing/model-key-status.ts';
import type { Limits } from './choosing/needs.ts';

/** Whom a model is asked of. */
export interface CompiledTarget {
  /** Its name in the configuration. */
  readonly provider: string;
  readonly kind: LlmProvider['kind'];
  /** The name of its connections among those of upstreams. */
  readonly upstream: string;
  readonly model: string;
  /** By whose words its key is found; undefined where it needs none. */
  readonly key: string | undefined;
  readonly prices: string | undefined;
  /** Where it is asked in its cloud, for whose project, and in which version, where its kind asks for that. */
  readonly region?: string;
  readonly project?: string;
  readonly apiVersion?: string;
  readonly firstEvent: number;
  readonly idle: number;
  readonly whole: number;
  /** Absent: whoever answers is left as soon as the caller has left. */
  readonly drain?: number;
  /** What bounds a request that does not say; absent: nothing is known. */
  readonly limits?: ModelLimits;
}

/** Who has a model, before it is decided by which key it is asked. */
export interface ChoosableTarget extends Omit<CompiledTarget, 'key'>, Limits {
  readonly weight: number;
  /** Empty: the provider takes everybody. */
  readonly keys: readonly CompiledKey[];
}

/** Who may be asked for one name, and in which order. */
export interface CompiledModel {
  readonly strategy: TargetStrategy;
  /** How often the same is asked once more, after a fault that may pass. */
  readonly retries: number;
  readonly targets: readonly ChoosableTarget[];
}

/** A route that asks models. */
export interface CompiledLlm {
  /** By the name that callers ask for. */
  readonly models: ReadonlyMap<string, CompiledModel>;
  /** Providers any model of which may be asked for by its own name; empty where the route does not say so. */
  readonly added: ReadonlyMap<string, LlmProvider>;
  readonly losses: RouteLlm['losses'];
  /** Where prompts are asked for, in place of models: which of them. */
  readonly prompts?: 'all' | ReadonlySet<string>;
  /** In their order: where several look for the same, the first counts. */
  readonly guards: readonly CompiledGuard[];
  /** Undefined: nothing of its answers is kept. */
  readonly cache: CompiledModelCache | undefined;
  /** Undefined: of what is asked and answered nothing is kept. */
  readonly keep: CompiledKeep | undefined;
}

/** @throws SignetError for a guard that cannot be read */
export function compileLlm(
  configuration: RouteConfiguration,
  llm: LlmConfiguration,
  { issuers, schemas }: { readonly issuers: Configuration['issuers']; readonly schemas: Schemas },
): CompiledLlm | undefined {
  const { id, llm: route } = configuration;
  if (route === undefined) return undefined;
  const offered = Object.entries(llm.models).filter(([name]) => route.models?.includes(name) ?? true);
  const models = offered.map(([name, { targets, strategy, retries }]) => {
    return [name, Object.freeze({ strategy, retries, targets: targetsOf(targets, llm) })] as const;
  });
  const added = route.addedProviders === true ? Object.entries(llm.providers).filter(isAdded) : [];
  const { losses, prompts } = route;
  return Object.freeze({
    models: new Map(models),
    added: new Map(added),
    losses,
    ...(prompts === undefined ? {} : { prompts: prompts === 'all' ? prompts : new Set(prompts) }),
    guards: compileGuards({ id, llm: route }, schemas),
    cache: compileModelCache(configuration, llm, issuers),
    keep: compileKeep(route),
  });
}

function isAdded([, { keptKey }]: readonly [string, LlmProvider]): boolean {
  return keptKey !== undefined;
}

/** Who may answer for a model that a caller names; nobody, where it is not offered. What the configuration names comes first. */
export function modelFor({ models, added }: CompiledLlm, asked: string): CompiledModel | undefined {
  const named = models.get(asked);
  if (named !== undefined) return named;
  const own = addedModel(asked, (name) => added.get(name)?.kind);
  const provider = own === undefined ? undefined : added.get(own.provider);
  if (own === undefined || provider === undefined) return undefined;
  const target = targetOf({ ...own, weight: 1, lacks: [] }, provider);
  return { strategy: 'priority', retries: 1, targets: [target] };
}

/** Those who have a model, in the order in which they are asked. */
export function targetsOf(
  targets: readonly ModelTarget[],
  { providers }: LlmConfiguration,
): readonly ChoosableTarget[] {
  const compiled = targets.flatMap((target) => {
    const { provider } = target;
    const found = Object.hasOwn(providers, provider) ? providers[provider] : undefined;
    return found === undefined ? [] : [targetOf(target, found)];
  });
  return Object.freeze(compiled);
}

function targetOf(
  { provider, model, weight, lacks, context, mostInput: input, mostOutput: output }: ModelTarget,
  found: LlmProvider,
): ChoosableTarget {
  const { kind, prices, firstEvent, idle, whole, drain, region, project, apiVersion } = found;
  return Object.freeze({
    ...{ provider, kind, model, prices, firstEvent, idle, whole },
    ...{ weight, lacks, context },
    ...(drain === undefined ? {} : { drain }),
    ...(region === undefined ? {} : { region }),
    ...(project === undefined ? {} : { project }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    upstream: connectionsOf(provider),
    keys: keysOf(found),
    limits: { ...(input === undefined ? {} : { input }), ...(output === undefined ? {} : { output }) },
  });
}

/** Of a provider, in the order in which they are written. */
export function keysOf({
  key,
  keys = [],
  keptKey,
}: Pick<LlmProvider, 'key' | 'keys' | 'keptKey'>): readonly CompiledKey[] {
  const all: readonly ProviderKey[] = key === undefined ? keys : [{ key, weight: 1 }];
  if (all.length === 0 && keptKey !== undefined)
    return [{ name: 'key 1', reference: keptKey, weight: 1, rules: { off: false, expires: undefined } }];
  return Object.freeze(
    all.map(({ key: reference, weight, off = false, expires }, at) => ({
      ...{ name: `key ${at + 1}`, reference: tellReference(reference), weight },
      rules: { off, expires: expires === undefined ? undefined : wallTime(expires) },
    })),
  );
}

/**
 * Asked by the first of its keys that is neither switched off nor over, one that is rested before all others; undefined where it
 * has keys, and none may be used.
 */
export function keyedBy(
  target: ChoosableTarget,
  at: WallTime,
  isRested: (key: CompiledKey) => boolean,
): CompiledTarget | undefined {
  const { keys } = target;
  if (keys.length === 0) return { ...target, key: undefined };
  const usable = keys.filter(
    ({ rules: { off, expires } }) => !off && (expires === undefined || at < expires),
  );
  const [first] = usable;
  const key = usable.find(isRested) ?? first;
  return key === undefined ? undefined : { ...target, key: key.reference };
}

/** The keys by which each model is asked for at each provider. */
export function modelKeysOf({ providers, models }: LlmConfiguration): readonly ModelKey[] {
  const seen = new Set<string>();
  return Object.values(models).flatMap(({ targets }) =>
    targets.flatMap(({ provider, model }) => {
      const found = Object.hasOwn(providers, provider) ? providers[provider] : undefined;
      const name = `${provider} ${model}`;
      if (found === undefined || seen.has(name)) return [];
      seen.add(name);
      return keysOf(found).map((key): ModelKey => ({ provider, model, key }));
    }),
  );
}

/** No name of an upstream has a colon. */
function connectionsOf(provider: string): string {
  return `llm:${provider}`;
}

/** The connections to each provider. How long it may take is held by who asks, since a stream that flows is not slow. */
export function providerUpstreams({ providers }: LlmConfiguration): [string, UpstreamConfiguration][] {
  return Object.entries(providers).map(([name, { url, connectTimeout, whole, breaker }]) => [
    connectionsOf(name),
    {
      targets: [{ url, weight: 1 }],
      protocol: 'http1',
      balance: 'round-robin',
      connectTimeout,
      timeout: whole,
      maxConnections: 1024,
      waitTimeout: 5_000,
      ejectAfter: 5,
      ejectFor: 10_000,
      refreshNames: 30_000,
      retries: 0.2,
      ...(breaker === undefined ? {} : { breaker }),
    },
  ]);
}
