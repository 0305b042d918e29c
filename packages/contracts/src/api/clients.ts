import { z } from 'zod';
import type { Client } from '../clients/client.ts';
import { checkClient, clientShape } from '../clients/client-schema.ts';
import { evenIfPartsAreWrong } from '../configuration/fields/allowed.ts';
import { phrases } from '../refusals/phrases.ts';
import { body, clientIdField, wholeNumber } from './fields.ts';

/** The `client_id`, in the path. */
export interface ClientParameters {
  readonly id: string;
}

/** The query of `GET /admin/clients`: the page after the client of this id. */
export interface ClientsQuery {
  readonly limit: number;
  readonly after?: string;
}

/** `POST /admin/clients`. */
export interface AddClientRequest extends Client {
  readonly id: string;
}

/** `POST /admin/clients/{id}/secrets`. */
export interface AddClientSecretRequest {
  /** For how many milliseconds the secret of before stays good. */
  readonly overlap: number;
}

/** A secret that is good, without what it is. */
export interface ClientSecretSummary {
  /** Milliseconds since the epoch; absent where only `signet.yaml` knows. */
  readonly createdAt?: number | undefined;
  /** Milliseconds since the epoch; absent for one that stays. */
  readonly expiresAt?: number | undefined;
}

export interface ClientSummary extends Client {
  readonly id: string;
  /** Where it is declared. Only a stored one can be changed here. */
  readonly source: 'configuration' | 'store';
  readonly secrets: readonly ClientSecretSummary[];
  /** Of a stored one: what `If-Match` must say to change it (RFC 9110 §13.1.1). */
  readonly etag?: string | undefined;
  /** Of a stored one: milliseconds since the epoch. */
  readonly createdAt?: number | undefined;
}

/** By id: those of the configuration and those that are stored. */
export interface ClientsAnswer {
  readonly clients: readonly ClientSummary[];
  /** What `after` is for the next page; absent on the last. */
  readonly next?: string | undefined;
}

/** With the secret that was made, which no later answer has. */
export interface ClientWithSecret {
  readonly client: ClientSummary;
  readonly secret?: string | undefined;
}

export interface RemoveClientAnswer {
  readonly id: string;
  /** Of the entry of the revocation log that ends its tokens. */
  readonly sequence: number;
}

/** Longer than any rollout; a secret that is to stay is not being replaced. */
const longestOverlap = 30 * 24 * 3_600_000;

export const clientParametersSchema: z.ZodType<ClientParameters, unknown> = z.strictObject({
  id: clientIdField,
});

export const clientsQuerySchema: z.ZodType<ClientsQuery, unknown> = z.strictObject(
  {
    limit: z
      .string({ error: phrases.limit })
      .regex(/^(?:[1-9][0-9]{0,2}|1000)$/, { error: phrases.limit })
      .prefault('100')
      .transform(Number),
    after: clientIdField.exactOptional(),
  },
  { error: phrases.limit_and_after },
);

export const addClientRequestSchema: z.ZodType<AddClientRequest, unknown> = body({
  id: clientIdField,
  ...clientShape,
})
  .superRefine(checkClient, evenIfPartsAreWrong)
  .meta({ id: 'AddClientRequest' });

export const changeClientRequestSchema: z.ZodType<Client, unknown> = body({ ...clientShape })
  .superRefine(checkClient, evenIfPartsAreWrong)
  .meta({ id: 'ChangeClientRequest' });

export const addClientSecretRequestSchema: z.ZodType<AddClientSecretRequest, unknown> = body({
  overlap: z
    .int({ error: phrases.overlap })
    .nonnegative({ error: phrases.overlap })
    .max(longestOverlap, { error: phrases.overlap })
    .prefault(0),
}).meta({ id: 'AddClientSecretRequest' });

export const clientSummarySchema: z.ZodType<ClientSummary, unknown> = z
  .object({
    id: clientIdField,
    ...clientShape,
    source: z.enum(['configuration', 'store']),
    secrets: z.array(z.object({ createdAt: wholeNumber.optional(), expiresAt: wholeNumber.optional() })),
    etag: z.string().max(64).optional(),
    createdAt: wholeNumber.optional(),
  })
  .meta({ id: 'ClientSummary' });

export const clientsAnswerSchema: z.ZodType<ClientsAnswer, unknown> = z
  .object({ clients: z.array(clientSummarySchema), next: clientIdField.optional() })
  .meta({ id: 'ClientsAnswer' });

export const clientWithSecretSchema: z.ZodType<ClientWithSecret, unknown> = z
  .object({ client: clientSummarySchema, secret: z.string().min(1).max(256).optional() })
  .meta({ id: 'ClientWithSecret' });

export const removeClientAnswerSchema: z.ZodType<RemoveClientAnswer, unknown> = z
  .object({ id: clientIdField, sequence: wholeNumber })
  .meta({ id: 'RemoveClientAnswer' });
