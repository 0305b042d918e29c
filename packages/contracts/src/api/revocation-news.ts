import { z } from 'zod';
import type { RevocationEntry } from '../events/revocation.ts';
import type { TokenQuestion } from './token-question.ts';

/** `POST /oauth/revocations`: what was revoked after what the client knows. It proves itself as at `/oauth/token`. */
export interface RevocationsQuestion extends Omit<TokenQuestion, 'token' | 'token_type_hint'> {
  /** The sequence of the newest entry it knows; 0 for all. */
  readonly after?: string | undefined;
  /** Seconds that the answer may wait for news, 5 at most; 0 unless said otherwise. */
  readonly wait?: string | undefined;
  /** What the process that asks calls itself: where it says so, log-outs and revocations wait for it as for a gateway. */
  readonly follower?: string | undefined;
}

/** As it may call itself. */
export const followerNamePattern: RegExp = /^[A-Za-z0-9._-]{1,64}$/;

export interface RevocationsAnswer {
  /** In sequence, 500 at most. Sequences of what no token can need any more are missing. */
  readonly entries: readonly RevocationEntry[];
  /** Everything up to this sequence has been told; absent where there is more to ask for at once. */
  readonly upTo?: number | undefined;
}

/** What a client must have among its audiences to follow what is revoked. */
export function revocationsAudience(issuer: string): string {
  return `${issuer}/oauth/revocations`;
}

const text = z.string().optional();

export const revocationsQuestionSchema: z.ZodType<RevocationsQuestion, unknown> = z
  .object({
    after: text,
    wait: text,
    follower: text,
    client_id: text,
    client_secret: text,
    client_assertion: text,
    client_assertion_type: text,
  })
  .meta({ id: 'RevocationsQuestion' });

const name = z.string().max(4096);
const seconds = z.number();

const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('token'), issuer: name, jti: name }),
  z.object({ kind: z.literal('session'), issuer: name, sid: name }),
  z.object({ kind: z.literal('family'), issuer: name, family: name }),
  z.object({ kind: z.literal('subject'), issuer: name, sub: name, issuedUpTo: seconds }),
  z.object({ kind: z.literal('client'), issuer: name, clientId: name, issuedUpTo: seconds }),
  z.object({ kind: z.literal('consent'), issuer: name, clientId: name, sub: name, issuedUpTo: seconds }),
  z.object({
    kind: z.literal('organization'),
    issuer: name,
    organization: name,
    sub: name.optional(),
    issuedUpTo: seconds,
  }),
  z.object({ kind: z.literal('key'), issuer: name, kid: name }),
]);

const entrySchema = z.object({
  sequence: z.int().positive(),
  target: targetSchema,
  reason: z.string().max(64),
  revokedAt: z.number(),
  forgetAfter: z.number(),
});

/** Reads an entry that came over a wire or out of a file. */
export const revocationEntrySchema: z.ZodType<RevocationEntry, unknown> = entrySchema as unknown as z.ZodType<
  RevocationEntry,
  unknown
>;

export const revocationsAnswerSchema: z.ZodType<RevocationsAnswer, unknown> = z
  .object({
    entries: z.array(entrySchema).max(500),
    upTo: z.int().nonnegative().optional(),
  })
  .meta({ id: 'RevocationsAnswer' }) as unknown as z.ZodType<RevocationsAnswer, unknown>;
