import { decisionRecordSchema, gatewayStatesSchema, keptCallSchema } from '@signet/contracts';
import { z } from 'zod';
import type { FromNode } from './messages.ts';

const number = z.int().min(0);
const text = z.string().max(1024);
/** Of what is told of several nodes, the sum is a number still. */
const tally = number.max(1e9);
/** Of a version. */
const part = number.max(999_999);
const amount = z.number().positive().max(1e12);

const budgetSchema = z.strictObject({ count: amount, per: amount, burst: amount.exactOptional() });

const spent = z.int().min(0).max(1e15);
const amounts = z.strictObject({ micros: spent, tokens: spent });
const labels = z
  .record(z.string().max(64), z.string().max(256))
  .refine((all) => Object.keys(all).length <= 32);
/** Beside it stands the name of the node. */
const entry = z.string().min(1).max(60);
const ledgerRequestSchema = z.strictObject({
  id: entry,
  pages: z
    .array(
      z.strictObject({
        key: z.string().min(1).max(64),
        budget: z.string().min(1).max(128),
        endsAt: number,
        counts: z.enum(['micros', 'tokens']),
        limit: spent,
        soft: z.boolean(),
      }),
    )
    .max(16),
  most: amounts,
  currency: z.string().regex(/^[A-Z]{3}$/),
  leaseFor: z.int().min(0).max(86_400_000),
  labels,
});
const settlementSchema = z.strictObject({
  cost: z.union([amounts, z.literal('as-reserved')]),
  usage: z.strictObject({ input: spent, output: spent }),
  provenance: z.enum(['provider', 'estimated', 'aborted-partial', 'cached']),
  priced: z.boolean(),
  labels: labels.exactOptional(),
});
const ledgerQuestionSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(['reserve', 'move']), request: ledgerRequestSchema }),
  z.strictObject({ act: z.literal('settle'), id: entry, settlement: settlementSchema }),
  z.strictObject({ act: z.literal('book'), request: ledgerRequestSchema, settlement: settlementSchema }),
  z.strictObject({ act: z.literal('release'), id: entry }),
]);

const fromNodeSchema: z.ZodType<FromNode, unknown> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('beat'), beat: number }),
  z.strictObject({ kind: z.literal('subscribe'), subscription: number, after: number }),
  z.strictObject({ kind: z.literal('applied'), sequence: number }),
  z.strictObject({ kind: z.literal('done'), request: number, problem: z.string().max(4096).optional() }),
  z.strictObject({ kind: z.literal('state'), request: number, states: gatewayStatesSchema }),
  z.strictObject({
    kind: z.literal('purged'),
    request: number,
    purged: z.strictObject({ purged: tally, gateways: tally, silent: tally }),
  }),
  z.strictObject({ kind: z.literal('records'), records: z.array(decisionRecordSchema).max(50) }),
  z.strictObject({ kind: z.literal('keptCall'), call: keptCallSchema }),
  z.strictObject({ kind: z.literal('limit'), request: number, key: text, limit: budgetSchema }),
  z.strictObject({
    kind: z.literal('useToken'),
    request: number,
    name: text,
    milliseconds: z
      .number()
      .positive()
      .max(32 * 24 * 60 * 60 * 1000),
  }),
  z.strictObject({
    kind: z.literal('quota'),
    request: number,
    asked: z.strictObject({ key: z.string().max(64), limit: amount, endsAt: number }),
  }),
  z.strictObject({ kind: z.literal('hold'), request: number, name: text, most: z.int().min(1).max(100_000) }),
  z.strictObject({ kind: z.literal('release'), request: number }),
  z.strictObject({ kind: z.literal('ledger'), request: number, asked: ledgerQuestionSchema }),
  z.strictObject({
    kind: z.literal('document'),
    request: number,
    path: z.string().startsWith('/').max(1024),
  }),
  z.strictObject({ kind: z.literal('secrets'), request: number }),
  z.strictObject({ kind: z.literal('contextKeys'), request: number }),
  z.strictObject({ kind: z.literal('handed'), request: number, reference: text }),
  z.strictObject({ kind: z.literal('apiKey'), request: number, hash: z.string().max(128) }),
  z.strictObject({
    kind: z.literal('prompt'),
    request: number,
    name: z.string().max(63),
    wanted: z.strictObject({ major: part, minor: part.exactOptional() }).exactOptional(),
  }),
]);

/** Whoever holds the certificate of a gateway node may send anything: what is no message is undefined. */
export function readFromNode(message: unknown): FromNode | undefined {
  const read = fromNodeSchema.safeParse(message);
  return read.success ? read.data : undefined;
}
