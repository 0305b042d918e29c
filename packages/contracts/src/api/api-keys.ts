import { z } from 'zod';
import type { ApiKey, ApiKeyClaim, ApiKeyGrant } from '../api-keys/api-key.ts';
import { isReservedClaim } from '../claims/reserved-claims.ts';
import type { ApiKeyId } from '../ids/id.ts';
import { phrases } from '../refusals/phrases.ts';
import { audienceField, body, idField, rolesField, scopesField, wholeNumber } from './fields.ts';
import { displayNameField } from './organizations.ts';

/** The id, in the path. */
export interface ApiKeyParameters {
  readonly id: ApiKeyId;
}

/** The query of `GET /admin/api-keys`: the page after the key of this id. */
export interface ApiKeysQuery {
  readonly limit: number;
  readonly after?: ApiKeyId;
}

/** `POST /admin/api-keys`. */
export interface MakeApiKeyRequest extends ApiKeyGrant {
  /** Milliseconds; absent for a key that stays until it is revoked. */
  readonly lifetime?: number;
}

/** `POST /admin/api-keys/{id}/rotate`. */
export interface RotateApiKeyRequest {
  /** For how many milliseconds the key of before stays good; with 0 it is revoked. */
  readonly overlap: number;
  /** Of the new key, in milliseconds; absent for one that stays until it is revoked. */
  readonly lifetime?: number;
}

export interface ApiKeySummary extends ApiKey {
  /** Milliseconds since the epoch, only roughly; absent for one that never was. */
  readonly lastUsedAt?: number | undefined;
}

/** By id, in the order of characters. */
export interface ApiKeysAnswer {
  readonly keys: readonly ApiKeySummary[];
  /** What `after` is for the next page; absent on the last. */
  readonly next?: ApiKeyId | undefined;
}

/** With the key that was made, which no later answer has. */
export interface ApiKeyWithSecret {
  readonly summary: ApiKeySummary;
  readonly key: string;
}

export interface RevokedApiKeyAnswer {
  readonly id: ApiKeyId;
  /** Of the entry of the revocation log by which the gateways know it. */
  readonly sequence: number;
}

const longestLifetime = 3650 * 86_400_000;
const shortestLifetime = 60_000;
const mostAudiences = 16;
const mostClaims = 32;
const mostClaimBytes = 4096;

const claimName = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/;

/** What conditions and headers may read beside what standards name: of that, a key says nothing but what it is given here. */
function isFreeClaim(name: string): boolean {
  return claimName.test(name) && !isReservedClaim(name);
}

const error = phrases.api_key_claims;

const claimSchema: z.ZodType<ApiKeyClaim, unknown> = z.union(
  [
    z.string().max(256, { error }),
    z.number(),
    z.boolean(),
    z.array(z.string().max(256, { error })).max(32, { error }),
  ],
  { error },
);

const claimsField: z.ZodType<Readonly<Record<string, ApiKeyClaim>>, unknown> = z
  .record(z.string().refine(isFreeClaim, { error }), claimSchema, { error })
  .refine(
    (claims) =>
      Object.keys(claims).length <= mostClaims &&
      new TextEncoder().encode(JSON.stringify(claims)).length <= mostClaimBytes,
    { error },
  );

const lifetimeField = z
  .int({ error: phrases.api_key_lifetime })
  .min(shortestLifetime, { error: phrases.api_key_lifetime })
  .max(longestLifetime, { error: phrases.api_key_lifetime });

const shape = {
  name: displayNameField,
  owner: displayNameField,
  audience: z
    .array(audienceField, { error: phrases.audience })
    .min(1, { error: phrases.audience })
    .max(mostAudiences, { error: phrases.audience }),
};

const overlapError = phrases.overlap;

export const apiKeyParametersSchema: z.ZodType<ApiKeyParameters, unknown> = z.strictObject({
  id: idField('apiKey'),
});

export const apiKeysQuerySchema: z.ZodType<ApiKeysQuery, unknown> = z.strictObject(
  {
    limit: z
      .string({ error: phrases.limit })
      .regex(/^(?:[1-9][0-9]{0,2}|1000)$/, { error: phrases.limit })
      .prefault('100')
      .transform(Number),
    after: idField('apiKey').exactOptional(),
  },
  { error: phrases.limit_and_after },
);

export const makeApiKeyRequestSchema: z.ZodType<MakeApiKeyRequest, unknown> = body({
  ...shape,
  scopes: scopesField.prefault([]),
  roles: rolesField.prefault([]),
  permissions: scopesField.prefault([]),
  claims: claimsField.prefault({}),
  lifetime: lifetimeField.exactOptional(),
}).meta({ id: 'MakeApiKeyRequest' });

export const rotateApiKeyRequestSchema: z.ZodType<RotateApiKeyRequest, unknown> = body({
  overlap: z
    .int({ error: overlapError })
    .nonnegative({ error: overlapError })
    .max(30 * 86_400_000, { error: overlapError })
    .prefault(0),
  lifetime: lifetimeField.exactOptional(),
}).meta({ id: 'RotateApiKeyRequest' });

const summaryShape = {
  id: idField('apiKey'),
  ...shape,
  scopes: scopesField,
  roles: rolesField,
  permissions: scopesField,
  claims: claimsField,
  createdAt: wholeNumber,
  expiresAt: wholeNumber.optional(),
  revokedAt: wholeNumber.optional(),
  lastUsedAt: wholeNumber.optional(),
};

export const apiKeysAnswerSchema: z.ZodType<ApiKeysAnswer, unknown> = z
  .object({ keys: z.array(z.object(summaryShape)), next: idField('apiKey').optional() })
  .meta({ id: 'ApiKeys' });

export const apiKeyWithSecretSchema: z.ZodType<ApiKeyWithSecret, unknown> = z
  .object({ summary: z.object(summaryShape), key: z.string().min(1).max(128) })
  .meta({ id: 'ApiKeyWithSecret' });

export const revokedApiKeyAnswerSchema: z.ZodType<RevokedApiKeyAnswer, unknown> = z
  .object({ id: idField('apiKey'), sequence: wholeNumber })
  .meta({ id: 'RevokedApiKey' });
