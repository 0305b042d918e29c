import type {
  CheckConfiguration,
  IssuerConfiguration,
  MachinesConfiguration,
  RemoteIssuer,
  RouteConfiguration,
  UpstreamConfiguration,
} from '@signet/contracts';
import type { GatewayPart } from '@signet/gateway';

type MachineConfiguration = MachinesConfiguration[string];

export interface Rebuilding {
  /** Address of the probe. */
  readonly probe: string;
  /** A set of public keys as JSON. */
  readonly published: string;
  /** Issuer of this Signet's own tokens. */
  readonly selfIssuer: string;
  /** Address of what stands in the place of the checks of routes. */
  readonly check: string;
  /** Hash of the password that every machine has here. */
  readonly passwordHash: string;
  /** What every machine has beside its own. */
  readonly granted: Rights;
}

export type Rights = Pick<MachineConfiguration, 'scopes' | 'roles' | 'permissions'>;

/** What of a route is not looked at, in words: what hangs on how often, from where or with which answer it is called. */
export const setAside = [
  'limits, quotas and places',
  'networks',
  'kept answers',
  'the choice among upstreams',
] as const;

/** The same, of what this route alone has. */
export function setAsideOf({ check, request }: RouteConfiguration): readonly string[] {
  return [
    ...(check === undefined ? [] : ['what the check of the route would say']),
    ...(request === undefined ? [] : ['what the route says of parameters and bodies']),
  ];
}

/**
 * The configuration with the probe in the place of every upstream, our own keys in the place of every issuer's and one password for
 * all machines: nothing that is sent by it goes anywhere else, whichever route takes it, and no real token or password is needed.
 */
export function rebuild(part: GatewayPart, rebuilding: Rebuilding): GatewayPart {
  const { gateway, issuers, machines, upstreams, routes } = part;
  const probe = upstreamAt(rebuilding.probe);
  return {
    gateway,
    issuers: Object.fromEntries(
      Object.entries(issuers).map(([name, issuer]) => [name, issuedHere(issuer, rebuilding)]),
    ),
    machines: withPassword(machines, rebuilding),
    upstreams: Object.fromEntries(Object.keys(upstreams).map((name) => [name, probe])),
    // Whoever asks a language model is answered by a provider, and whoever calls a tool by its server: no such route is here, nor any of these.
    llm: { providers: {}, models: {} },
    budgets: {},
    mcp: { servers: {} },
    routes: routes
      .filter(({ llm, mcp }) => llm === undefined && mcp === undefined)
      .map((route) => decisionOf(route, rebuilding.check)),
  };
}

/** What decides about a request alone. */
function decisionOf(route: RouteConfiguration, standIn: string): RouteConfiguration {
  const { concurrency: _places, quotas: _quotas, networks: _networks, price: _price, ...others } = route;
  const { cache: _cache, split: _split, request: _request, check, ...rest } = others;
  return { ...rest, ...(check === undefined ? {} : { check: askedHere(check, standIn) }), limit: [] };
}

/** It stays a check, so that what it adds is what no client may say. */
function askedHere({ adds, send }: CheckConfiguration, url: string): CheckConfiguration {
  return { url, timeout: 5000, send, adds };
}

function withPassword(
  machines: MachinesConfiguration,
  { passwordHash, granted }: Rebuilding,
): MachinesConfiguration {
  const granting = ({ claims, ...own }: MachineConfiguration): MachineConfiguration => ({
    ...{ passwordHash, claims },
    scopes: [...own.scopes, ...granted.scopes],
    roles: [...own.roles, ...granted.roles],
    permissions: [...own.permissions, ...granted.permissions],
  });
  return Object.fromEntries(Object.entries(machines).map(([name, machine]) => [name, granting(machine)]));
}

function issuedHere(issuer: IssuerConfiguration, { published, selfIssuer }: Rebuilding): RemoteIssuer {
  const ours = {
    kind: 'remote',
    keys: { from: 'text', text: published },
    algorithms: ['ES256'],
    dangerouslyAllowInsecureKeys: false,
  } as const;
  if (issuer.kind === 'self') return { ...ours, issuer: selfIssuer, type: 'at+jwt' };
  if (issuer.kind === 'remote') return { ...issuer, ...ours };
  const { introspection: _, ...rules } = issuer;
  return { ...rules, ...ours };
}

function upstreamAt(url: string): UpstreamConfiguration {
  return {
    targets: [{ url, weight: 1 }],
    protocol: 'http1',
    balance: 'round-robin',
    connectTimeout: 2000,
    timeout: 5000,
    maxConnections: 16,
    waitTimeout: 2000,
    ejectAfter: 1000,
    ejectFor: 100,
    refreshNames: 30_000,
    retries: 0,
  };
}
