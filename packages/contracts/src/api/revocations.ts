import { z } from 'zod';
import type { RevocationTarget } from '../events/revocation.ts';
import type { AccountId, KeyId, SessionId } from '../ids/id.ts';
import { phrases } from '../refusals/phrases.ts';
import { audienceField, body, clientIdField, idField, wholeNumber } from './fields.ts';

/** `POST /admin/revocations`: one token, a session with all its tokens, all tokens of an account or a client, or all that a key signed. */
export type RevokeRequest =
  /** `issuer` is our own unless said otherwise. */
  | { readonly jti: string; readonly issuer?: string }
  | { readonly sid: SessionId }
  | { readonly sub: AccountId }
  | { readonly client_id: string }
  /** Likewise with `issuer`. */
  | { readonly kid: string; readonly issuer?: string };

export interface RevokeAnswer {
  readonly sequence: number;
  readonly target: RevocationTarget;
  /** What signs in the place of a key of this issuer that signed. */
  readonly successor?: KeyId;
}

const targetError = phrases.revocation_target;

/** RFC 7519 §4.1.7 sets no form for `jti`; other issuers choose their own. */
const jtiField = z.string({ error: targetError }).min(1).max(256);

/** RFC 7517 §4.5 sets none for `kid` either. */
const kidField = z.string({ error: targetError }).min(1).max(256);

export const revokeRequestSchema: z.ZodType<RevokeRequest, unknown> = z
  .union(
    [
      body({ jti: jtiField, issuer: audienceField.exactOptional() }),
      body({ sid: idField('session') }),
      body({ sub: idField('account') }),
      body({ client_id: clientIdField }),
      body({ kid: kidField, issuer: audienceField.exactOptional() }),
    ],
    { error: targetError },
  )
  .meta({ id: 'RevokeRequest' });

const targetSchema: z.ZodType<RevocationTarget, unknown> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('token'), issuer: audienceField, jti: jtiField }),
  z.object({ kind: z.literal('session'), issuer: audienceField, sid: idField('session') }),
  z.object({ kind: z.literal('family'), issuer: audienceField, family: idField('family') }),
  z.object({
    kind: z.literal('subject'),
    issuer: audienceField,
    sub: idField('account'),
    issuedUpTo: wholeNumber,
  }),
  z.object({
    kind: z.literal('client'),
    issuer: audienceField,
    clientId: clientIdField,
    issuedUpTo: wholeNumber,
  }),
  z.object({
    kind: z.literal('consent'),
    issuer: audienceField,
    clientId: clientIdField,
    sub: idField('account'),
    issuedUpTo: wholeNumber,
  }),
  z.object({
    kind: z.literal('organization'),
    issuer: audienceField,
    organization: idField('organization'),
    sub: idField('account').optional(),
    issuedUpTo: wholeNumber,
  }),
  z.object({ kind: z.literal('key'), issuer: audienceField, kid: kidField }),
]);

export const revokeAnswerSchema: z.ZodType<RevokeAnswer, unknown> = z
  .object({
    sequence: wholeNumber,
    target: targetSchema,
    successor: idField('key').exactOptional(),
  })
  .meta({ id: 'RevokeAnswer' });
