import type {
  LlmConfiguration,
  LlmProvider,
  RouteConfiguration,
  RouteLlm,
  UpstreamConfiguration,
} from '@signet/contracts';
import { tellReference } from '@signet/contracts';

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
}

/** A route that asks models. */
export interface CompiledLlm {
  /** By the name that callers ask for. */
  readonly models: ReadonlyMap<string, readonly CompiledTarget[]>;
  readonly losses: RouteLlm['losses'];
}

export function compileLlm(
  { llm: route }: RouteConfiguration,
  llm: LlmConfiguration,
): CompiledLlm | undefined {
  if (route === undefined) return undefined;
  const offered = Object.entries(llm.models).filter(([name]) => route.models?.includes(name) ?? true);
  const models = offered.map(([name, { targets }]) => {
    const compiled = targets.flatMap(({ provider, model }) => {
      const found = Object.hasOwn(llm.providers, provider) ? llm.providers[provider] : undefined;
      return found === undefined ? [] : [targetOf(provider, found, model)];
    });
    return [name, Object.freeze(compiled)] as const;
  });
  return Object.freeze({ models: new Map(models), losses: route.losses });
}

function targetOf(provider: string, found: LlmProvider, model: string): CompiledTarget {
  const { kind, key, prices, firstEvent, idle, whole, region, project, apiVersion } = found;
  return Object.freeze({
    ...{ provider, kind, model, prices, firstEvent, idle, whole },
    ...(region === undefined ? {} : { region }),
    ...(project === undefined ? {} : { project }),
    ...(apiVersion === undefined ? {} : { apiVersion }),
    upstream: connectionsOf(provider),
    key: key === undefined ? undefined : tellReference(key),
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
