import type {
  CacheResult,
  NotNeededReason,
  SteadyClock,
  SteadyTime,
  StepName,
  WallTime,
  WebhookVerdict,
} from '@signet/contracts';
import type { TrustedToken } from '@signet/trust/bearer';
import type { UpstreamFailure } from './http1/upstream-failure.ts';
import type { QuotaWindow } from './limits/quota-window.ts';
import type { McpTrace } from './mcp/mcp-trace.ts';
import type { ModelTrace } from './models/model-trace.ts';
import type { DroppedHeaders } from './request/dropped-headers.ts';
import type { CompiledLimit } from './snapshot/compiled-limit.ts';
import type {
  CompiledConcurrency,
  CompiledQuota,
  CompiledRoute,
  GuardedRoute,
} from './snapshot/compiled-route.ts';
import type { SpendTrace } from './spending/spend-trace.ts';
import type { LeftOut } from './upstream/upstream.ts';

/** What a step that ran did it with: what is at hand anyway. Words are made of it only where a record is kept. */
export type StepTrace =
  | { readonly step: 'read-request'; dropped: DroppedHeaders | undefined }
  | { readonly step: 'match-route'; readonly route: CompiledRoute; readonly path: string }
  | {
      readonly step: 'extract-token';
      readonly source: string;
      readonly isKey?: true;
      readonly isMachine?: true;
    }
  | VerifyTrace
  | { readonly step: 'check-revocation'; readonly newsAgeMs: number }
  | { readonly step: 'check-revocation'; readonly usedNow: true }
  | AuthorizeTrace
  | LimitTrace
  | ConcurrencyTrace
  | QuotaTrace
  | SpendTrace
  | CheckTrace
  | WebhookTrace
  | CacheTrace
  | ModelTrace
  | McpTrace
  | AttemptTrace;

interface AuthorizeTrace {
  readonly step: 'authorize';
  readonly route: GuardedRoute;
  /** The part of a condition that did not hold. */
  readonly broken: string | undefined;
}

interface VerifyTrace {
  readonly step: 'verify-token';
  readonly token: TrustedToken;
  /** The signature was checked for an earlier request. */
  readonly remembered: boolean;
  /** It is of an API key: its id is the `jti`. */
  readonly isKey?: true;
  /** It is of a machine: its name is the `sub`. */
  readonly isMachine?: true;
}

export interface LimitTrace {
  readonly step: 'limit';
  readonly limit: CompiledLimit;
  /** Unknown until the limiter has let the request pass. */
  left: number | undefined;
}

export interface QuotaTrace {
  readonly step: 'limit';
  readonly quota: CompiledQuota;
  /** Unknown until it has let the request pass. */
  left: number | undefined;
  readonly window: QuotaWindow;
  readonly at: WallTime;
}

export interface ConcurrencyTrace {
  readonly step: 'limit';
  readonly concurrency: CompiledConcurrency;
  readonly held: boolean;
}

/** Parameters and body are what the route says of them. */
export interface CheckTrace {
  readonly step: 'check-request';
  readonly parameters: number;
  /** Of the body; undefined where it had none, or none is looked into. */
  readonly bytes: number | undefined;
}

/** What came of asking the check of the route. */
export interface WebhookTrace {
  readonly step: 'ask-webhook';
  readonly host: string;
  readonly verdict: WebhookVerdict;
  readonly tookMs: number;
}

/** What came of looking for a kept answer. */
export interface CacheTrace {
  readonly step: 'forward';
  result: CacheResult;
  /** The answer of its upstream is kept. */
  kept: boolean;
  /** Seconds, of a kept answer. */
  age: number | undefined;
}

/** What becomes of the caller's token: the upstream may see it, or may not although the route would let it; undefined where that is no question. */
export type TokenForwarding = 'forwarded' | 'kept-back' | undefined;

export interface AttemptTrace {
  readonly step: 'forward';
  /** The first is 1. */
  readonly attempt: number;
  readonly upstream: string;
  readonly target: string;
  status: number | undefined;
  /** All that was asked of this one has come, whatever becomes of the request. */
  complete?: true;
  /** Why there is no complete answer. */
  failure: UpstreamFailure | undefined;
  keptBackCookie: boolean;
  /** It carried a context token. */
  readonly contextGiven: boolean;
  readonly token: TokenForwarding;
  readonly leftOut: LeftOut | undefined;
  /** It was not sent again, since too many others were. */
  retriesSpent: boolean;
}

/** Steps that had nothing to do for this request. */
export interface NotNeeded {
  readonly step: undefined;
  readonly steps: readonly StepName[];
  readonly because: NotNeededReason;
}

export function notNeeded(because: NotNeededReason, ...steps: StepName[]): NotNeeded {
  return Object.freeze({ step: undefined, steps: Object.freeze(steps), because });
}

type Ran<Step extends StepName> = Extract<StepTrace, { readonly step: Step }>;

/**
 * What the steps of one request say of themselves, in the order in which they were taken; one that says nothing was not
 * reached. A step that refuses says so by its denial.
 */
export class Trace {
  readonly #told: (StepTrace | NotNeeded)[] = [];
  #times: SteadyTime[] | undefined;
  #steady: SteadyClock | undefined;

  /** From now on it is known when each was told. */
  keepTimes(steady: SteadyClock): void {
    this.#steady = steady;
    this.#times = [];
  }

  /** In the order of what was told; empty unless they are kept. */
  get times(): readonly SteadyTime[] {
    return this.#times ?? [];
  }

  tell(told: StepTrace | NotNeeded): void {
    this.#told.push(told);
    if (this.#steady !== undefined) this.#times?.push(this.#steady());
  }

  get told(): readonly (StepTrace | NotNeeded)[] {
    return this.#told;
  }

  /** The last sending to an upstream. */
  get lastAttempt(): AttemptTrace | undefined {
    return this.#told.findLast((told): told is AttemptTrace => told.step === 'forward' && 'attempt' in told);
  }

  /** What the step of this name told last. */
  last<Step extends StepName>(step: Step): Ran<Step> | undefined {
    return this.#told.findLast((told): told is Ran<Step> => told.step === step);
  }
}
