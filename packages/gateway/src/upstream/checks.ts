import type { HealthConfiguration } from '@signet/contracts';
import type { Pool } from '../http1/exchange.ts';
import type { UpstreamRequest } from '../http1/request-head.ts';
import { Health } from './health.ts';
import { type CheckResult, HealthCheck } from './health-check.ts';

export interface ChecksOptions extends HealthConfiguration {
  readonly host: string;
  /** Of the target: put before the path of the check. */
  readonly basePath: string;
  /** Opens connections for one check alone: whether the target takes new ones is a part of being well. */
  readonly openPool: () => Pool;
}

/**
 * Asks a target again and again whether it is well, one check after the other. Each gateway process does so for itself: what
 * counts is whether this very process reaches the target, and no other has to be alive to know it.
 */
export class Checks {
  readonly health: Health;
  readonly #options: ChecksOptions;
  readonly #request: UpstreamRequest;
  #last: CheckResult | undefined;
  #running: HealthCheck | undefined;
  #next: NodeJS.Timeout | undefined;
  #goesOn = false;

  constructor(options: ChecksOptions) {
    const { host, basePath, path } = options;
    this.health = new Health(options);
    this.#options = options;
    const headers = ['user-agent', 'signet-health-check', 'accept', '*/*'];
    this.#request = { method: 'GET', target: `${basePath}${path}`, host, headers, body: { kind: 'none' } };
  }

  /** How the last one ended; absent before the first. */
  get last(): CheckResult | undefined {
    return this.#last;
  }

  start(): void {
    if (this.#goesOn) return;
    this.#goesOn = true;
    this.#again(0);
  }

  stop(): void {
    this.#goesOn = false;
    clearTimeout(this.#next);
    this.#running?.abort();
  }

  #again(pause: number): void {
    if (this.#goesOn) this.#next = setTimeout(() => void this.#check(), pause).unref();
  }

  async #check(): Promise<void> {
    const pool = this.#options.openPool();
    const running = new HealthCheck(pool, this.#request, this.#options);
    this.#running = running;
    const result = await running.ended;
    this.#running = undefined;
    void pool.close();
    if (!this.#goesOn) return;
    this.#last = result;
    this.health.checked(result.good);
    this.#again(this.#options.every * spread());
  }
}

/** Processes that began together do not ask together for ever. */
function spread(): number {
  return 0.9 + Math.random() * 0.2;
}
