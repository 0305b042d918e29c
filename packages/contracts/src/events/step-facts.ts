/** Why a step had nothing to do. */
export const notNeededReasons = [
  'public-route',
  'no-token',
  'nothing-asked',
  'no-limit',
  'only-asked',
  'answered-here',
  'preflight',
] as const;

export type NotNeededReason = (typeof notNeededReasons)[number];

/** Why an attempt at an upstream has no complete answer. */
export const attemptFailures = [
  /** No connection: refused, unresolvable, TLS not accepted. */
  'unreachable',
  'closed-at-once',
  'connect-timeout',
  /** Connected, but silent for too long. */
  'timeout',
  /** Closed or reset before the answer was complete. */
  'broken',
  /** It came, and could not be handed on. */
  'not-passed-on',
  /** The answer's bytes can be read in more than one way, or in none. */
  'malformed',
  /** Every connection is in use and the queue is full. */
  'busy',
  /** Every connection was in use for as long as a call may wait. */
  'waited',
  /** The client's body ended early. */
  'aborted',
] as const;

export type AttemptFailure = (typeof attemptFailures)[number];

/** What came of asking the check of a route. */
export const webhookVerdicts = [
  'allowed',
  'refused',
  /** As many calls are asked about as may be at once. */
  'busy',
  'timeout',
  /** No connection, or none until the end of the answer. */
  'unreachable',
  /** Another status than 200. */
  'status',
  /** No JSON object that says `allow`. */
  'unreadable',
  'too-large',
] as const;

export type WebhookVerdict = (typeof webhookVerdicts)[number];

/** How a request was answered on a route that keeps answers. */
export const cacheResults = [
  'hit',
  /** Used although it is stale: its upstream fails, or is being asked meanwhile. */
  'stale',
  /** Its upstream said that it has not changed. */
  'revalidated',
  'miss',
  /** Nothing is kept for such requests. */
  'pass',
] as const;

export type CacheResult = (typeof cacheResults)[number];

/**
 * With what a step did its work, as values: the words belong to whoever explains. Texts are bounded, and none is a secret
 * or says who called.
 */
export interface StepFacts {
  readonly because?: NotNeededReason;

  /** `read-request`: names of headers that went to no upstream, and how many there were beside these. */
  readonly droppedHeaders?: string;
  readonly furtherDropped?: number;
  readonly droppedSignInCookie?: boolean;

  /** `match-route`. */
  readonly route?: string;

  /** `extract-token`: the header in which the token stood. */
  readonly source?: string;
  /** The same of an API key. */
  readonly keySource?: string;
  /** The same of a name with its password. */
  readonly passwordSource?: string;

  /** `verify-token`: true where the signature was checked for an earlier request, and its key is still published. */
  readonly remembered?: boolean;
  readonly issuer?: string;
  readonly alg?: string;
  readonly kid?: string;
  /** The id of the API key, which is not the key. */
  readonly apiKey?: string;
  /** The name of the machine whose password it was. */
  readonly machine?: string;

  /** `check-revocation`: how old the newest news of the revocation log was. */
  readonly newsAgeMs?: number;
  /** The route takes each token once, and this was the first use of this one. */
  readonly usedNow?: boolean;

  /** `authorize`: what the route asks for. */
  readonly scopes?: string;
  readonly roles?: string;
  readonly permissions?: string;
  readonly acr?: string;
  readonly maxAgeSeconds?: number;
  /** Names of conditions, all of which held. */
  readonly conditions?: string;
  /** Combinations of these, which were met. */
  readonly requirements?: string;
  /** The part of a condition that did not hold, as it is written. */
  readonly brokenPart?: string;

  /** `limit`: `count` in `perMs` for each `by` (`route`, `address` or a claim as `claims.sub`). */
  readonly count?: number;
  readonly perMs?: number;
  readonly by?: string;
  /** Present: `count` a day or month of the calendar, in place of `perMs`. */
  readonly period?: 'day' | 'month';
  /** Of each `by`, so many at once. */
  readonly atOnce?: number;
  /** What is left after this request; absent where it was refused. */
  readonly left?: number;

  /** What was reserved at most, what is left in each budget that counts it (absent where none does), and what was booked; an empty text: nothing. */
  readonly mostSpent?: string;
  readonly budgets?: string;
  readonly booked?: string;

  /** `check-request`: how many parameters were held against the route, and how long the body was that was. */
  readonly checkedParameters?: number;
  readonly checkedBytes?: number;
  /** `ask-webhook`: the host that was asked, what came of it, and how long that took. */
  readonly webhook?: string;
  readonly webhookVerdict?: WebhookVerdict;
  readonly tookMs?: number;

  /** `forward`: what came of looking for a kept answer, whether that of the upstream is kept, and how old a kept one is. */
  readonly cache?: CacheResult;
  readonly kept?: boolean;
  readonly ageSeconds?: number;

  /** `forward`: the model that was asked for, what it is called where it is, and who has it; and what was spoken with both sides. */
  readonly modelAsked?: string;
  readonly model?: string;
  readonly provider?: string;
  readonly spoken?: string;
  /** Tokens that were counted, and their price in millionths of the currency; absent where nobody knows. */
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly cacheReadTokens?: number;
  readonly costMicros?: number;
  /** Of an answer that was kept: what it cost when it was asked for. */
  readonly savedMicros?: number;
  readonly currency?: string;
  /** Who counted the tokens. */
  readonly countedBy?: 'provider' | 'estimated' | 'aborted-partial' | 'cached';
  /** Paths of what could not be passed on as it came, with what became of it. */
  readonly lost?: string;
  /** Guards that found something, and how often; never what. */
  readonly guarded?: string;
  /** Who was passed over or left before, each with its reason, in English. */
  readonly passedOver?: string;

  /** `forward`: the server of tools that was asked, what for, and which of its tools by which definition. */
  readonly toolServer?: string;
  readonly toolMethod?: string;
  readonly tool?: string;
  readonly toolDigest?: string;

  /** `forward`: the first attempt is 1. */
  readonly attempt?: number;
  readonly upstream?: string;
  readonly target?: string;
  /** Targets that were not to be asked: those whose checks fail, and those that failed requests. */
  readonly unwell?: string;
  readonly ejected?: string;
  /** It was not sent again, since too many others were. */
  readonly retriesSpent?: boolean;
  /** Absent where the target did not answer. */
  readonly status?: number;
  /** The upstream tried to set a cookie of sign-in, which is the identity provider's. */
  readonly keptBackCookie?: boolean;
  /** The request carried a context token, which stands nowhere. */
  readonly contextGiven?: boolean;
  /** What became of the caller's token where the route would send it on. */
  readonly token?: 'forwarded' | 'kept-back';
  readonly failure?: AttemptFailure;
  /** How long was waited for what did not come. */
  readonly waitedMs?: number;
  /** How many there may be, where all were in use. */
  readonly connections?: number;
}
