import type { ConfigurationState, GatewayState } from '@signet/contracts';
import type { ControlStanding } from './control-standing.ts';

/** What `/readyz` looks at. */
export interface Standing {
  readonly phase: 'starting' | 'running' | 'stopping';
  readonly configuration?: ConfigurationState;
  /** Gateway processes that should run. */
  readonly processes: number;
  readonly gateways: readonly GatewayState[];
  /** Of a gateway node. */
  readonly control?: ControlStanding;
  /** Whether the database has answered just now. */
  readonly storeAnswers: boolean;
}

export interface Readiness {
  readonly ready: boolean;
  /** Why not, in words for the operator. */
  readonly because: readonly string[];
  readonly configuration?: { readonly version: string; readonly ageMs: number };
  /** Not asked yet while it starts. */
  readonly store?: 'answers' | 'silent';
  /** Of a gateway node: whether a control node is there, and how old its news is. */
  readonly control?: { readonly connected: boolean; readonly ageMs?: number };
  readonly gateways: readonly GatewayReadiness[];
}

interface GatewayReadiness {
  readonly node: string;
  /** It has the configuration of the node. */
  readonly current: boolean;
  readonly revocations: { readonly sequence: number; readonly ageMs?: number; readonly stale: boolean };
  readonly issuers: readonly {
    readonly name: string;
    readonly keys: number;
    readonly ageMs?: number;
    readonly failure?: string;
  }[];
}

/**
 * A node is ready once it can decide: a gateway answers, knows what is revoked, and the database answers those who sign in.
 * An issuer without keys is told and keeps nothing back, since routes of the others go on.
 */
export function readinessOf(
  { phase, configuration, processes, gateways, storeAnswers, control }: Standing,
  now: number,
): Readiness {
  const because = [
    ...(phase === 'starting' ? ['It is starting.'] : []),
    ...(phase === 'stopping' ? ['It is stopping, and lets requests under way finish.'] : []),
    ...(storeAnswers || phase === 'starting' ? [] : ['The database does not answer.']),
    ...(phase === 'running' && gateways.length === 0 && processes > 0
      ? [`None of ${processes} gateway processes answers.`]
      : []),
    ...gateways
      .filter(({ stale }) => stale)
      .map(({ node }) => `${node} has no news of revocations, and refuses tokens.`),
  ];
  return {
    ready: because.length === 0,
    because,
    ...(configuration === undefined
      ? {}
      : { configuration: { version: configuration.version, ageMs: age(configuration.loadedAt, now) } }),
    ...(phase === 'starting' || control !== undefined ? {} : { store: storeAnswers ? 'answers' : 'silent' }),
    ...(control === undefined ? {} : { control: told(control) }),
    gateways: gateways.map((each) => gatewayOf(each, configuration?.version, now)),
  };
}

function gatewayOf(state: GatewayState, version: string | undefined, now: number): GatewayReadiness {
  const { node, configurationVersion, revocationSequence: sequence, feedHeardAt, stale, issuers } = state;
  return {
    node,
    current: configurationVersion === version,
    revocations: { sequence, ...(feedHeardAt === undefined ? {} : { ageMs: age(feedHeardAt, now) }), stale },
    issuers: issuers.map(({ name, keys, confirmedAt, failure }) => ({
      name,
      keys,
      ...(confirmedAt === undefined ? {} : { ageMs: age(confirmedAt, now) }),
      ...(failure === undefined ? {} : { failure }),
    })),
  };
}

function told({ connected, ageMs }: ControlStanding): NonNullable<Readiness['control']> {
  return { connected, ...(ageMs === undefined ? {} : { ageMs: Math.round(ageMs) }) };
}

function age(then: number, now: number): number {
  return Math.max(0, Math.round(now - then));
}
