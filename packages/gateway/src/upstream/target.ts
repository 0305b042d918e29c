import { isIP } from 'node:net';
import type { HealthConfiguration, SteadyTime } from '@signet/contracts';
import type { Pool } from '../http1/exchange.ts';
import { endOf, type Scheme } from '../http1/schemes.ts';
import { Checks } from './checks.ts';
import type { CheckResult } from './health-check.ts';
import { Names } from './names.ts';
import { openPool, type UpstreamProtocol } from './open-pool.ts';
import { placeOf } from './place-of.ts';
import { Standing, type StandingRules } from './standing.ts';

export interface TargetOptions extends StandingRules {
  readonly url: string;
  readonly weight: number;
  readonly connectTimeout: number;
  readonly timeout: number;
  readonly maxConnections: number;
  readonly waitTimeout: number;
  readonly protocol: UpstreamProtocol;
  readonly health?: HealthConfiguration;
  /** How it is reached, where it is not as everybody reaches it. */
  readonly scheme?: Scheme | undefined;
  /** Milliseconds after which its name is looked up again. */
  readonly refreshNames: number;
}

/** Why a target is not asked: its checks fail, or it failed requests. */
export type Away = 'unwell' | 'ejected';

/** How a target stands now, for people. */
export interface TargetStatus {
  readonly name: string;
  readonly away: Away | undefined;
  readonly inFlight: number;
  /** Absent where it is not checked, or not yet. */
  readonly lastCheck: CheckResult | undefined;
}

/** Kept shorter than servers keep theirs (Node 5 s, nginx 75 s), so that it is mostly we who close. */
const idle = 4_000;
const maxHeadBytes = 64 * 1024;
const maxWaiting = 4_096;

/** One server behind an upstream. */
export class Target {
  /** `host:port`, for records. */
  readonly name: string;
  readonly host: string;
  /** Put before the path of each request; empty or without a slash at its end. */
  readonly basePath: string;
  readonly weight: number;
  readonly pool: Pool;
  readonly standing: Standing;
  /** Absent: requests alone tell whether it is well. */
  readonly checks: Checks | undefined;
  /** What it bids with for places; the same in every process. */
  readonly seed: number;
  readonly #names: Names | undefined;
  /** Of the smooth weighted round-robin. */
  turn = 0;

  constructor({ url, weight, protocol, health, ...limits }: TargetOptions) {
    const origin = new URL(url);
    this.name = origin.host;
    this.host = origin.host;
    this.basePath = origin.pathname === '/' ? '' : origin.pathname;
    this.weight = weight;
    this.seed = placeOf(url);
    this.standing = new Standing(limits);
    const { host } = endOf(origin, 0);
    this.#names = isIP(host) === 0 ? new Names(host, limits.refreshNames) : undefined;
    const bounds = { ...limits, idle, maxHeadBytes, maxWaiting, names: this.#names };
    this.pool = openPool(origin, protocol, bounds);
    this.checks =
      health && this.#checksOf(health, () => openPool(origin, protocol, boundsOf(health, bounds)));
  }

  /** Its name is looked up again and again, and it is checked where the configuration asks for it. */
  tend(): void {
    this.#names?.start();
    this.checks?.start();
  }

  leave(): void {
    this.#names?.stop();
    this.checks?.stop();
  }

  /** Nothing that its checks say speaks against it. */
  get isWell(): boolean {
    return this.checks?.health.isWell ?? true;
  }

  away(now: SteadyTime): Away | undefined {
    if (!this.isWell) return 'unwell';
    return this.standing.isAway(now) ? 'ejected' : undefined;
  }

  status(now: SteadyTime): TargetStatus {
    return {
      name: this.name,
      away: this.away(now),
      inFlight: this.pool.inFlight,
      lastCheck: this.checks?.last,
    };
  }

  #checksOf(health: HealthConfiguration, open: () => Pool): Checks {
    return new Checks({ ...health, host: this.host, basePath: this.basePath, openPool: open });
  }
}

/** A check has a connection of its own, and one deadline for everything. */
function boundsOf<Bounds extends object>({ timeout }: HealthConfiguration, bounds: Bounds) {
  return { ...bounds, timeout, connectTimeout: timeout, waitTimeout: timeout, maxConnections: 1 };
}
