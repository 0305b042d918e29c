import type { GatewayConfiguration, UpstreamConfiguration } from '@signet/contracts';
import type { IssuerPolicy } from '@signet/trust/bearer';
import type { ReadAsked } from '../call/asked-call.ts';
import type { IntrospectionPolicy } from '../introspection/introspection-policy.ts';
import type { CompiledMachines } from '../machines/compiled-machines.ts';
import type { ModelKey } from '../models/choosing/model-key-status.ts';
import type { ShownCertificate } from '../request/client-certificate.ts';
import type { HeaderKinds } from '../request/header-kinds.ts';
import type { RouteTable } from './route-table.ts';

/** A configuration with everything computed that can be computed before a request comes. Frozen. */
export interface Snapshot {
  readonly gateway: GatewayConfiguration;
  /** URL of Signet's own identity provider, whose origin explains the codes of refusals. */
  readonly selfIssuer: string;
  readonly routes: RouteTable;
  /** Some route lets WebSockets be opened. */
  readonly opensSockets: boolean;
  readonly issuers: ReadonlyMap<string, IssuerPolicy>;
  readonly introspected: readonly IntrospectionPolicy[];
  readonly machines: CompiledMachines;
  readonly upstreams: ReadonlyMap<string, UpstreamConfiguration>;
  /** By which its models are asked for. */
  readonly modelKeys: readonly ModelKey[];
  readonly headerKinds: HeaderKinds;
  readonly shownCertificate: ShownCertificate;
  readonly readAsked: ReadAsked;
  /** Some route makes context tokens. */
  readonly signsContext: boolean;
  /** Of the routes that keep answers, as they stand. */
  readonly cacheEpochs: ReadonlySet<string>;
}
