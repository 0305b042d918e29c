import { z } from 'zod';
import type { KeyId } from '../ids/id.ts';
import {
  type IssuingAlgorithm,
  issuingAlgorithms,
  type KeySeries,
  type SecretSeries,
} from '../keys/issuing-algorithm.ts';
import { phrases } from '../refusals/phrases.ts';
import { body, idField, wholeNumber } from './fields.ts';

/** One key that this issuer signs or signed with. Times in milliseconds since the epoch. */
export interface SigningKeySummary {
  readonly id: KeyId;
  /** As in the header of its tokens (RFC 7518 §3.1). */
  readonly algorithm: string;
  /**
   * The algorithm for which APIs have keys beside those that sign all else, or `api:` and the name of the API whose secret
   * this is; absent of those that sign all else.
   */
  readonly series?: OtherSeries | undefined;
  /** `next` is published, `active` signs, `retiring` only verifies, `retired` is believed no more. */
  readonly state: 'next' | 'active' | 'retiring' | 'retired';
  readonly createdAt: number;
  /** Since when it signs, or did. */
  readonly activatedAt?: number | undefined;
  /** When it is or was retired. */
  readonly publishedUntil?: number | undefined;
}

export type OtherSeries = Exclude<KeySeries, 'main'>;

/** The answer of `GET /admin/keys`. */
export interface KeysAnswer {
  readonly keys: readonly SigningKeySummary[];
  /** What `identity.keys` says happens next by itself; absent where keys are rotated by hand. */
  readonly schedule?: RotationSchedule | undefined;
}

/** The next step that any one node takes by itself, once. */
export interface RotationSchedule {
  readonly step: 'publish' | 'activate';
  /** When it is due; where that has passed, within a minute. */
  readonly at: number;
  /** Of the key to be published, or of the one that waits. */
  readonly algorithm: string;
}

/** What `POST /admin/keys/rotation` would do at this moment, and whom it would hurt. */
export interface RotationPlan {
  /** `publish` makes the next key known; `activate` lets it sign. */
  readonly step: 'publish' | 'activate';
  readonly signing: KeyId;
  /** The published key that waits to sign. */
  readonly next?: KeyId | undefined;
  /** Since when, or from when on, the next key may sign without breaking a verifier that keeps the rules of HTTP caches. */
  readonly safeAt: number;
  /** Keys of which tokens may be alive, and until when at the latest. How many there are is not counted. */
  readonly live: readonly LiveKey[];
  /** What the gateway processes of this node know; of other verifiers nothing is known. */
  readonly verifiers: readonly KeyVerifier[];
}

export interface LiveKey {
  readonly key: KeyId;
  readonly until: number;
}

export interface KeyVerifier {
  /** Such as `gateway-1`. */
  readonly node: string;
  /** Whether it holds the next key already; one that does not would look for it at the first token. */
  readonly knowsNext: boolean;
}

/** The query of `GET /admin/keys/rotation`. */
export interface RotationQuery {
  /** The keys that APIs of this algorithm have, or the secrets of one API; absent: those that sign all else. */
  readonly series?: OtherSeries | undefined;
}

export interface RotateRequest {
  /** The keys that APIs of this algorithm have; absent: those that sign all else. */
  readonly series?: IssuingAlgorithm | undefined;
  /** Lets the next key sign before every verifier can know it. */
  readonly dangerouslySignAtOnce?: boolean | undefined;
  /** Of a key to be published; absent: what the configuration says. */
  readonly algorithm?: IssuingAlgorithm | undefined;
}

/** What one call did: one step of a rotation. */
export interface RotateAnswer {
  readonly done: 'published' | 'activated';
  readonly key: KeyId;
  /** Of `published`: from when on it may sign. Of `activated`: since when it does. */
  readonly at: number;
}

export interface RetireKeyRequest {
  readonly key: KeyId;
  /** Retires a key of which tokens are alive: they are refused from then on. */
  readonly dangerouslyRetireLiveKey?: boolean | undefined;
}

export interface RetireKeyAnswer {
  readonly key: KeyId;
  readonly at: number;
}

/** Of `POST /admin/apis/{name}/secret`. */
export interface RenewSecretRequest {
  /** The next step of an exchange; absent: only makes the first secret. */
  readonly rotate?: boolean | undefined;
  /** Lets the next secret sign before every verifier can have it. */
  readonly dangerouslySignAtOnce?: boolean | undefined;
}

/** One step: the first secret was `made` and signs, the next one was `published`, or it was `activated`. */
export interface RenewSecretAnswer {
  readonly done: 'made' | 'published' | 'activated';
  readonly api: string;
  readonly algorithm: string;
  /** The `kid` of its tokens. */
  readonly key: KeyId;
  /** Of `published`: from when on it may sign. Of the others: since when it does. */
  readonly at: number;
  /** Told this once, where it was made. */
  readonly secret?: string | undefined;
}

/** Of `POST /admin/keys/seals`. */
export interface ResealAnswer {
  /** How many keys were sealed anew; the others were already. */
  readonly resealed: number;
  readonly keys: number;
  /** How many secrets of authenticator apps were sealed anew. */
  readonly authenticators: number;
  /** How many keys of providers of models were sealed anew. */
  readonly modelProviders?: number | undefined;
}

const keyId = idField('key');

const seriesField: z.ZodType<IssuingAlgorithm, unknown> = z.enum(issuingAlgorithms, {
  error: phrases.signature_algorithm.replace('{of}', issuingAlgorithms.join(', ')),
});

const otherSeriesField: z.ZodType<OtherSeries, unknown> = z.union([
  seriesField,
  z.templateLiteral(['api:', z.string().regex(/^[a-z0-9-]{1,64}$/)]) satisfies z.ZodType<SecretSeries>,
]);

export const rotationQuerySchema: z.ZodType<RotationQuery, unknown> = z.strictObject({
  series: otherSeriesField.optional(),
});

export const keysAnswerSchema: z.ZodType<KeysAnswer, unknown> = z
  .object({
    keys: z.array(
      z.object({
        id: keyId,
        algorithm: z.string().max(32),
        series: otherSeriesField.optional(),
        state: z.enum(['next', 'active', 'retiring', 'retired']),
        createdAt: wholeNumber,
        activatedAt: wholeNumber.optional(),
        publishedUntil: wholeNumber.optional(),
      }),
    ),
    schedule: z
      .object({ step: z.enum(['publish', 'activate']), at: z.int(), algorithm: z.string().max(32) })
      .optional(),
  })
  .meta({ id: 'KeysAnswer' });

export const rotationPlanSchema: z.ZodType<RotationPlan, unknown> = z
  .object({
    step: z.enum(['publish', 'activate']),
    signing: keyId,
    next: keyId.optional(),
    safeAt: wholeNumber,
    live: z.array(z.object({ key: keyId, until: wholeNumber })),
    verifiers: z.array(z.object({ node: z.string().max(4096), knowsNext: z.boolean() })),
  })
  .meta({ id: 'RotationPlan' });

export const rotateRequestSchema: z.ZodType<RotateRequest, unknown> = body({
  dangerouslySignAtOnce: z.boolean().optional(),
  algorithm: seriesField.optional(),
  series: seriesField.optional(),
}).meta({ id: 'RotateRequest' });

export const rotateAnswerSchema: z.ZodType<RotateAnswer, unknown> = z
  .object({ done: z.enum(['published', 'activated']), key: keyId, at: wholeNumber })
  .meta({ id: 'RotateAnswer' });

export const retireKeyRequestSchema: z.ZodType<RetireKeyRequest, unknown> = body({
  key: keyId,
  dangerouslyRetireLiveKey: z.boolean().optional(),
}).meta({ id: 'RetireKeyRequest' });

export const retireKeyAnswerSchema: z.ZodType<RetireKeyAnswer, unknown> = z
  .object({ key: keyId, at: wholeNumber })
  .meta({ id: 'RetireKeyAnswer' });

export const renewSecretRequestSchema: z.ZodType<RenewSecretRequest, unknown> = body({
  rotate: z.boolean().optional(),
  dangerouslySignAtOnce: z.boolean().optional(),
}).meta({ id: 'RenewSecretRequest' });

export const renewSecretAnswerSchema: z.ZodType<RenewSecretAnswer, unknown> = z
  .object({
    done: z.enum(['made', 'published', 'activated']),
    api: z.string().max(64),
    algorithm: z.string().max(32),
    key: keyId,
    at: wholeNumber,
    secret: z.string().max(256).optional(),
  })
  .meta({ id: 'RenewSecretAnswer' });

/** Nothing is said: both master keys are the server's alone. */
export const resealRequestSchema: z.ZodType<object, unknown> = body({}).meta({ id: 'ResealRequest' });

export const resealAnswerSchema: z.ZodType<ResealAnswer, unknown> = z
  .object({
    resealed: wholeNumber,
    keys: wholeNumber,
    authenticators: wholeNumber,
    modelProviders: wholeNumber.optional(),
  })
  .meta({ id: 'ResealAnswer' });
