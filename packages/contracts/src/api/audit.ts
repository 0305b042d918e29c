import { z } from 'zod';
import { type AuditAction, type AuditEntry, type AuditHead, auditActions } from '../events/audit.ts';
import { phrases } from '../refusals/phrases.ts';
import { wholeNumber } from './fields.ts';

/** The query of `GET /admin/audit`. */
export interface AuditQuery {
  readonly limit: number;
  readonly order: 'newest' | 'oldest';
  /** The page behind the entry of this sequence, in that order. */
  readonly after?: number;
  readonly action?: AuditAction;
  /** Id of an account or a client. */
  readonly actor?: string;
  /** Id of what something was done to. */
  readonly target?: string;
}

export interface AuditAnswer {
  readonly entries: readonly AuditEntry[];
  /** What `after` is for the next page; absent on the last. */
  readonly next?: number | undefined;
  /** Of the whole log; absent while it is empty. */
  readonly head?: AuditHead | undefined;
}

const limitError = phrases.limit;

const idField = z
  .string({ error: phrases.audit_id })
  .regex(/^[\x21-\x7e]{1,128}$/, { error: phrases.audit_id });

export const auditQuerySchema: z.ZodType<AuditQuery, unknown> = z.strictObject(
  {
    limit: z
      .string({ error: limitError })
      .regex(/^(?:[1-9][0-9]{0,2}|1000)$/, { error: limitError })
      .prefault('100')
      .transform(Number),
    order: z.enum(['newest', 'oldest'], { error: phrases.audit_order }).prefault('newest'),
    after: z
      .string({ error: phrases.sequence })
      .regex(/^(?:0|[1-9][0-9]{0,14})$/, { error: phrases.sequence })
      .transform(Number)
      .exactOptional(),
    action: z.enum(auditActions, { error: phrases.audit_action }).exactOptional(),
    actor: idField.exactOptional(),
    target: idField.exactOptional(),
  },
  { error: phrases.audit_query },
);

const hash = z.string().regex(/^[\w-]{43}$/);

const partySchema = z.object({ kind: z.string(), id: z.string().optional() });

const entrySchema = z.object({
  sequence: wholeNumber,
  at: wholeNumber,
  action: z.string(),
  actor: partySchema,
  target: partySchema.optional(),
  address: z.string().optional(),
  requestId: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  previous: z.string(),
  hash,
});

export const auditAnswerSchema: z.ZodType<AuditAnswer, unknown> = z
  .object({
    entries: z.array(entrySchema),
    next: wholeNumber.optional(),
    head: z.object({ sequence: wholeNumber, hash: z.union([hash, z.literal('')]) }).optional(),
  })
  .meta({ id: 'AuditAnswer' });
