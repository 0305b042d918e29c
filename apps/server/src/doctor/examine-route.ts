import { randomBytes } from 'node:crypto';
import {
  type Clocks,
  type RevocationTarget,
  type RouteConfiguration,
  WatchedClocks,
} from '@signet/contracts';
import { compileSnapshot, createGateway, deriveContextKeys, type GatewayPart } from '@signet/gateway';
import { createMemoryFeed, type MemoryFeed } from '@signet/gateway/ports';
import { openAllowingCheck } from './allowing-check.ts';
import { crookedFraming } from './crooked/crooked-framing.ts';
import { crookedHeaders } from './crooked/crooked-headers.ts';
import { crookedPaths } from './crooked/crooked-paths.ts';
import { makeDoctorKeys } from './doctor-keys.ts';
import { interview } from './interview.ts';
import type { Finding } from './judge.ts';
import { Probe } from './probe.ts';
import { grantedBy } from './proof/mint.ts';
import { proofOf } from './proof/proof-of.ts';
import { rebuild, setAside, setAsideOf } from './rebuild.ts';
import { sampleOf } from './sample.ts';

export interface ExamineOptions {
  readonly configuration: GatewayPart;
  /** One of its routes, which has an upstream. */
  readonly route: RouteConfiguration;
  /** Issuer of this Signet's own tokens. */
  readonly selfIssuer: string;
  readonly clocks: Clocks;
  /** Canonical; made of the route's own unless given. */
  readonly path?: string;
  /** What tokens carry beside what the route is known to ask for. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

export interface Examination {
  readonly route: string;
  /** Nothing came through that must not, and all was decided on. */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /** What was not looked at, in words. */
  readonly notLookedAt: readonly string[];
}

const notPassed = ['proxies before Signet', 'HTTP/2, WebSockets and forward-auth'] as const;

/**
 * Sends crooked requests through a route and says what came through. Who decides is a gateway of this process, made of the
 * configuration as any other; behind it stands a probe on this machine, so that nothing reaches an upstream.
 * @throws SignetError `configuration_invalid`
 */
export async function examineRoute(options: ExamineOptions): Promise<Examination> {
  const { route } = options;
  const [probe, check] = await Promise.all([Probe.open(), openAllowingCheck()]);
  try {
    const findings = await findingsOf({ probe, check: check.url }, options);
    const ok = findings.every(({ verdict }) => verdict === 'held' || verdict === 'allowed');
    return { route: route.id, ok, findings, notLookedAt: [...notPassed, ...setAside, ...setAsideOf(route)] };
  } finally {
    await Promise.all([probe.close(), check.close()]);
  }
}

/** What stands where a configuration has servers. */
interface StandIns {
  readonly probe: Probe;
  /** Address of the check. */
  readonly check: string;
}

async function findingsOf(
  { probe, check }: StandIns,
  { configuration, route, selfIssuer, clocks, path, claims = {} }: ExamineOptions,
): Promise<readonly Finding[]> {
  const keys = await makeDoctorKeys();
  const rebuilt = rebuild(configuration, {
    ...{ probe: probe.url, published: keys.published, selfIssuer },
    ...{ check, passwordHash: keys.password.hash },
    granted: route.kind === 'public' ? nothing : grantedBy(route.auth),
  });
  const feed = createMemoryFeed();
  const revoke = revokeBy(feed, clocks);
  const contextKey = randomBytes(32);
  const proof = proofOf(route, { rebuilt, keys, wall: clocks.wall, claims, revoke });
  const gateway = createGateway({
    snapshot: compileSnapshot(rebuilt, { selfIssuer }),
    feed,
    limiter: { take: () => ({ admitted: true, remaining: 1 }) },
    recorder: { record: () => undefined, keep: () => undefined },
    fetchDocument: () => Promise.reject(new TypeError('The doctor fetches nothing')),
    findApiKey: proof.findApiKey,
    readContextKeys: async () => deriveContextKeys([contextKey], clocks.wall()),
    clocks: new WatchedClocks(clocks),
    node: 'doctor',
  });
  try {
    const { port } = await gateway.listen({ port: 0, host: '127.0.0.1' });
    const mark = `signet-doctor-${randomBytes(8).toString('hex')}`;
    return await interview(
      { port, probe, keepAwake: () => feed.signOfLife() },
      {
        sample: sampleOf(route, path),
        proof,
        crooked: [
          ...crookedPaths,
          ...crookedFraming,
          ...crookedHeaders(configuration, route, mark),
          ...proof.crooked,
        ],
      },
    );
  } finally {
    gateway.cutOff();
    await gateway.close();
  }
}

const nothing = { scopes: [], roles: [], permissions: [] } as const;
const anHour = 3_600_000;

function revokeBy(feed: MemoryFeed, { wall }: Clocks): (target: RevocationTarget) => void {
  let sequence = 0;
  return (target) => {
    sequence += 1;
    const revokedAt = wall();
    const entry = { sequence, target, reason: 'administrator', revokedAt } as const;
    feed.publish({ ...entry, forgetAfter: revokedAt + anHour });
  };
}
