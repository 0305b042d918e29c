import type { ErrorCode } from '../errors/catalogue.ts';
import type { Reference } from '../ids/id.ts';
import type { RefusalValues } from '../refusals/render.ts';
import type { StepFacts } from './step-facts.ts';

/** The steps of a request, in the order in which the gateway takes them (DESIGN §2). Most routes have neither `check-request` nor `ask-webhook`. */
export const stepNames = [
  'read-request',
  'match-route',
  'extract-token',
  'verify-token',
  'check-revocation',
  'authorize',
  'limit',
  'check-request',
  'ask-webhook',
  'forward',
] as const;

export type StepName = (typeof stepNames)[number];

/** What one step did. A step that was taken twice has two. */
export interface StepRecord {
  readonly step: StepName;
  readonly outcome: 'ok' | 'refused' | 'failed' | 'not-reached' | 'not-needed';
  readonly facts?: StepFacts;
  /** A sentence of its own, where facts do not say all: on a refusal, and in records from before there were facts. */
  readonly note?: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** What may be said of a token in a record. Never the token, never an unbounded string. */
export interface TokenSummary {
  /** False where the signature was not verified: then every member is only what the token says of itself. */
  readonly verified: boolean;
  readonly issuer?: string;
  readonly subject?: string;
  readonly clientId?: string;
  readonly jti?: string;
  readonly sid?: string;
  readonly kid?: string;
  readonly alg?: string;
  /** Seconds since the epoch. */
  readonly issuedAt?: number;
  /** Seconds since the epoch. */
  readonly expiresAt?: number;
}

/** Of records as they are written now. One without a version is older: of its refusal it has the English texts only. */
export const recordVersion = 2;

/** A refusal as a record keeps it. */
export interface RefusalWords {
  readonly code: ErrorCode;
  /** Which of the wordings of the code, where there are several. */
  readonly variant?: string;
  /** What stands in the places of the texts. */
  readonly values?: RefusalValues;
  readonly sentence: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly fix?: string;
  readonly rule?: string;
}

/** Everything `signet explain` knows of one request. */
export interface DecisionRecord {
  readonly version?: typeof recordVersion;
  readonly reference: Reference;
  /** Milliseconds since the epoch at which the request was read. */
  readonly at: number;
  /** Who decided: a gateway process such as `gateway-1`, or `identity`, `control` or `web` on the control side. */
  readonly node: string;
  readonly method: string;
  /** Without the query; the canonical one where a gateway found it. */
  readonly path: string;
  readonly route?: string;
  readonly outcome: 'forwarded' | 'refused' | 'failed';
  /** The HTTP status sent to the client. */
  readonly status: number;
  /** Present unless the call was forwarded and answered. */
  readonly refusal?: RefusalWords;
  /** As they were taken, then those that were not reached. Empty where no gateway decided. */
  readonly steps: readonly StepRecord[];
  readonly token?: TokenSummary;
  readonly upstream?: { readonly name: string; readonly target: string; readonly status?: number };
  readonly durationMicros: number;
}
