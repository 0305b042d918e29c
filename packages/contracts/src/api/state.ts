import { z } from 'zod';
import { wholeNumber } from './fields.ts';

/** The answer of `GET /admin/configuration`. */
export interface ConfigurationState {
  /** SHA-256 of the text in force, lower-case hex. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly loadedAt: number;
  /** Where it was read, such as the name of the file. */
  readonly source: string;
  /** What stands in the place of the gateway part of the file, since when; absent: that part counts. */
  readonly applied?: AppliedState | undefined;
  /** Why a newer text was not taken over; absent when the newest is in force. */
  readonly lastProblem?: ConfigurationRejection | undefined;
}

export interface AppliedState {
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Sections of the file that say something else, and do not count. */
  readonly shadowed: readonly string[];
}

export interface ConfigurationRejection {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly problems: readonly ProblemSummary[];
}

/** Without a place where the file as a whole is at fault, such as one that cannot be read. */
export interface ProblemSummary {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly path?: string | undefined;
  readonly message: string;
}

/** One gateway process in `GET /admin/gateways`. */
export interface GatewayState {
  /** Such as `gateway-1`. */
  readonly node: string;
  readonly configurationVersion: string;
  /** The newest revocation it has applied. */
  readonly revocationSequence: number;
  /** Milliseconds since the epoch of the last sign of life of its revocation feed; absent before the first. */
  readonly feedHeardAt?: number | undefined;
  /** True while it answers 503 on routes that need a token. */
  readonly stale: boolean;
  readonly requestsInProgress: number;
  readonly issuers: readonly IssuerKeysState[];
  readonly upstreams: readonly UpstreamState[];
  /** By which language models are asked; absent where its node is of an earlier release, which says nothing of them. */
  readonly modelKeys?: readonly ModelKeyState[] | undefined;
}

/** How a key stands by which a provider is asked for a model, as one gateway process sees it. Never the key. */
export interface ModelKeyState {
  /** As the configuration calls it. */
  readonly provider: string;
  /** As the provider calls it. */
  readonly model: string;
  /** As in records, such as `key 2`. */
  readonly name: string;
  /** Where the key is. */
  readonly reference: string;
  readonly state: 'enabled' | 'cooling' | 'over-quota' | 'expired' | 'dead' | 'off';
  /** Why it is not enabled. */
  readonly reason?: string | undefined;
  /** Milliseconds since the epoch, from which on it is asked by again; absent where that is not so by itself. */
  readonly restsUntil?: number | undefined;
  readonly requestsInProgress: number;
  /** What its provider last said is left of requests and of tokens; absent where that is over, or not known. */
  readonly requestsLeft?: number | undefined;
  readonly tokensLeft?: number | undefined;
}

/** How the targets of an upstream stand, as one gateway process sees them. */
export interface UpstreamState {
  /** As the configuration calls it. */
  readonly name: string;
  /** True while no request is sent to it, since too many have failed. */
  readonly rests: boolean;
  readonly targets: readonly TargetState[];
}

export interface TargetState {
  /** `host:port`. */
  readonly name: string;
  /** Why it is not asked; absent where it is. Where all are left out, they are asked all the same. */
  readonly away?: 'unwell' | 'ejected' | undefined;
  readonly requestsInProgress: number;
  /** How the newest check ended; absent where it is not checked, or not yet. */
  readonly check?: TargetCheckState | undefined;
}

export interface TargetCheckState {
  readonly good: boolean;
  readonly status?: number | undefined;
  /** Why it is not good, such as `status` or `connect-timeout`. */
  readonly fault?: string | undefined;
}

/** What a gateway process has of an issuer's keys. */
export interface IssuerKeysState {
  /** As the configuration calls the issuer. */
  readonly name: string;
  readonly keys: number;
  /** Names of the keys that are believed, where they have one. */
  readonly kids: readonly string[];
  /** When the issuer last confirmed them, in milliseconds since the epoch; absent before the first time. */
  readonly confirmedAt?: number | undefined;
  /** Keys that the issuer publishes and that are not used. */
  readonly rejected: readonly RejectedKeyState[];
  /** Why the keys could not be fetched the last time, if so. */
  readonly failure?: string | undefined;
}

export interface RejectedKeyState {
  /** Absent where the key has none. */
  readonly kid?: string | undefined;
  readonly code: string;
  readonly reason: string;
}

export interface GatewaysAnswer {
  readonly gateways: readonly GatewayState[];
}

const text = z.string().max(4096);

const rejectionSchema = z.object({
  at: wholeNumber,
  problems: z.array(
    z.object({
      line: wholeNumber.optional(),
      column: wholeNumber.optional(),
      path: text.optional(),
      message: text,
    }),
  ),
});

export const configurationStateSchema: z.ZodType<ConfigurationState, unknown> = z
  .object({
    version: z.string().regex(/^[0-9a-f]{64}$/),
    loadedAt: wholeNumber,
    source: text,
    applied: z.object({ number: wholeNumber, at: wholeNumber, shadowed: z.array(text) }).optional(),
    lastProblem: rejectionSchema.optional(),
  })
  .meta({ id: 'ConfigurationState' });

const gatewayStateSchema = z.object({
  node: text,
  configurationVersion: text,
  revocationSequence: wholeNumber,
  feedHeardAt: wholeNumber.optional(),
  stale: z.boolean(),
  requestsInProgress: wholeNumber,
  issuers: z.array(
    z.object({
      name: text,
      keys: wholeNumber,
      kids: z.array(text),
      confirmedAt: wholeNumber.optional(),
      rejected: z.array(z.object({ kid: text.optional(), code: text, reason: text })),
      failure: text.optional(),
    }),
  ),
  upstreams: z.array(
    z.object({
      name: text,
      rests: z.boolean(),
      targets: z.array(
        z.object({
          name: text,
          away: z.enum(['unwell', 'ejected']).optional(),
          requestsInProgress: wholeNumber,
          check: z
            .object({ good: z.boolean(), status: wholeNumber.optional(), fault: text.optional() })
            .optional(),
        }),
      ),
    }),
  ),
  modelKeys: z
    .array(
      z.object({
        provider: text,
        model: text,
        name: text,
        reference: text,
        state: z.enum(['enabled', 'cooling', 'over-quota', 'expired', 'dead', 'off']),
        reason: text.optional(),
        restsUntil: wholeNumber.optional(),
        requestsInProgress: wholeNumber,
        requestsLeft: wholeNumber.optional(),
        tokensLeft: wholeNumber.optional(),
      }),
    )
    .max(100_000)
    .optional(),
});

/** Reads what the gateways of a node say of themselves. */
export const gatewayStatesSchema: z.ZodType<readonly GatewayState[], unknown> = z
  .array(gatewayStateSchema)
  .max(256);

export const gatewaysAnswerSchema: z.ZodType<GatewaysAnswer, unknown> = z
  .object({
    gateways: z.array(gatewayStateSchema),
  })
  .meta({ id: 'GatewaysAnswer' });
