import type { ModelLimits } from '@signet/ai';
import type {
  Configuration,
  LlmConfiguration,
  LlmProvider,
  ModelTarget,
  RouteConfiguration,
  RouteLlm,
  UpstreamConfiguration,
} from '@signet/contracts';
import { tellReference } from '@signet/contracts';
import type { Schemas } from '../described/schemas.ts';
import { type CompiledModelCache, compileModelCache } from '../model-cache/compile-model-cache.ts';
import { type CompiledGuard, compileGuards } from '../model-guards/compile-guards.ts';
import { addedModel } from './added-models.ts';

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
  /** What bounds a request that does not say; absent: nothing is known. */
  readonly limits?: ModelLimits;
}

/** A route that asks models. */
export interface CompiledLlm {
  /** By the name that callers ask for. */
  readonly models: ReadonlyMap<string, readonly CompiledTarget[]>;
  /** Providers any model of which may be asked for by its own name; empty where the route does not say so. */
  readonly added: ReadonlyMap<string, LlmProvider>;
  readonly losses: RouteLlm['losses'];
  /** Where prompts are asked for, in place of models: which of them. */
  readonly prompts?: 'all' | ReadonlySet<string>;
  /** In their order: where several look for the same, the first counts. */
  readonly guards: readonly CompiledGuard[];
  /** Undefined: nothing of its answers is kept. */
  readonly cache: CompiledModelCache | undefined;
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
  const models = offered.map(([name, { targets }]) => [name, targetsOf(targets, llm)] as const);
  const added = route.addedProviders === true ? Object.entries(llm.providers).filter(isAdded) : [];
  const { losses, prompts } = route;
  return Object.freeze({
    models: new Map(models),
    added: new Map(added),
    losses,
    ...(prompts === undefined ? {} : { prompts: prompts === 'all' ? prompts : new Set(prompts) }),
    guards: compileGuards({ id, llm: route }, schemas),
    cache: compileModelCache(configuration, llm, issuers),
  });
}

function isAdded([, { keptKey }]: readonly [string, LlmProvider]): boolean {
  return keptKey !== undefined;
}

/** Who may answer for a model that a caller names; nobody, where it is not offered. What the configuration names comes first. */
export function targetsFor({ models, added }: CompiledLlm, asked: string): readonly CompiledTarget[] {
  const named = models.get(asked);
  if (named !== undefined) return named;
  const own = addedModel(asked, (name) => added.get(name)?.kind);
  if (own === undefined) return [];
  const provider = added.get(own.provider);
  return provider === undefined ? [] : [targetOf(own, provider)];
}

/** Those who have a model, in the order in which they are asked. */
export function targetsOf(
  targets: readonly ModelTarget[],
  { providers }: LlmConfiguration,
): readonly CompiledTarget[] {
  const compiled = targets.flatMap((target) => {
    const { provider } = target;
    const found = Object.hasOwn(providers, provider) ? providers[provider] : undefined;
    return found === undefined ? [] : [targetOf(target, found)];
  });
  return Object.freeze(compiled);
}

function targetOf(
  { provider, model, mostInput: input, mostOutput: output }: ModelTarget,
  found: LlmProvider,
): CompiledTarget {
  const { kind, key, keptKey, prices, firstEvent, idle, whole, region, project, apiVersion } = found;
  return Object.freeze({
    ...{ provider, kind, model, prices, firstEvent, idle, whole },
    ...(region === undefined ? {} : { region }),
    ...(project === undefined ? {} : { project }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    upstream: connectionsOf(provider),
    key: key === undefined ? keptKey : tellReference(key),
    limits: { ...(input === undefined ? {} : { input }), ...(output === undefined ? {} : { output }) },
  });
}

/** No name of an upstream has a colon. */
function connectionsOf(provider: string): string {
  return `llm:${provider}`;
}

/** The connections to each provider. How long it may take is held by who asks, since a stream that flows is not slow. */
export function providerUpstreams({ providers }: LlmConfiguration): [string, UpstreamConfiguration][] {
  return Object.entries(providers).map(([name, { url, connectTimeout, whole }]) => [
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
    },
  ]);
}
