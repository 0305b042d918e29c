import { z } from 'zod';
import { idField } from '../api/fields.ts';
import { errorCodes } from '../errors/catalogue.ts';
import { refusalValuesSchema } from '../refusals/values-schema.ts';
import { type DecisionRecord, recordVersion, stepNames } from './decision-record.ts';
import {
  attemptFailures,
  cacheResults,
  notNeededReasons,
  type StepFacts,
  webhookVerdicts,
} from './step-facts.ts';

const text = z.string().max(4096);

const amount = z.number().nonnegative();

const factsSchema: z.ZodType<StepFacts, unknown> = z.object({
  because: z.enum(notNeededReasons).exactOptional(),
  droppedHeaders: text.exactOptional(),
  furtherDropped: amount.exactOptional(),
  droppedSignInCookie: z.boolean().exactOptional(),
  route: text.exactOptional(),
  source: text.exactOptional(),
  keySource: text.exactOptional(),
  passwordSource: text.exactOptional(),
  usedNow: z.boolean().exactOptional(),
  apiKey: text.exactOptional(),
  machine: text.exactOptional(),
  remembered: z.boolean().exactOptional(),
  issuer: text.exactOptional(),
  alg: text.exactOptional(),
  kid: text.exactOptional(),
  newsAgeMs: amount.exactOptional(),
  scopes: text.exactOptional(),
  roles: text.exactOptional(),
  permissions: text.exactOptional(),
  requirements: text.exactOptional(),
  acr: text.exactOptional(),
  maxAgeSeconds: amount.exactOptional(),
  conditions: text.exactOptional(),
  brokenPart: text.exactOptional(),
  count: amount.exactOptional(),
  perMs: amount.exactOptional(),
  by: text.exactOptional(),
  period: z.enum(['day', 'month']).exactOptional(),
  atOnce: amount.exactOptional(),
  left: amount.exactOptional(),
  mostSpent: text.exactOptional(),
  budgets: text.exactOptional(),
  booked: text.exactOptional(),
  checkedParameters: amount.exactOptional(),
  checkedBytes: amount.exactOptional(),
  webhook: text.exactOptional(),
  webhookVerdict: z.enum(webhookVerdicts).exactOptional(),
  tookMs: amount.exactOptional(),
  cache: z.enum(cacheResults).exactOptional(),
  kept: z.boolean().exactOptional(),
  ageSeconds: amount.exactOptional(),
  modelAsked: text.exactOptional(),
  model: text.exactOptional(),
  provider: text.exactOptional(),
  spoken: text.exactOptional(),
  inputTokens: amount.exactOptional(),
  outputTokens: amount.exactOptional(),
  cacheReadTokens: amount.exactOptional(),
  costMicros: amount.exactOptional(),
  savedMicros: amount.exactOptional(),
  currency: text.exactOptional(),
  countedBy: z.enum(['provider', 'estimated', 'aborted-partial', 'cached']).exactOptional(),
  lost: text.exactOptional(),
  guarded: text.exactOptional(),
  passedOver: text.exactOptional(),
  toolServer: text.exactOptional(),
  toolMethod: text.exactOptional(),
  tool: text.exactOptional(),
  toolDigest: text.exactOptional(),
  attempt: amount.exactOptional(),
  upstream: text.exactOptional(),
  target: text.exactOptional(),
  unwell: text.exactOptional(),
  ejected: text.exactOptional(),
  retriesSpent: z.boolean().exactOptional(),
  status: z.int().min(0).max(599).exactOptional(),
  keptBackCookie: z.boolean().exactOptional(),
  contextGiven: z.boolean().exactOptional(),
  token: z.enum(['forwarded', 'kept-back']).exactOptional(),
  failure: z.enum(attemptFailures).exactOptional(),
  waitedMs: amount.exactOptional(),
  connections: amount.exactOptional(),
});

const stepSchema = z.object({
  step: z.enum(stepNames),
  outcome: z.enum(['ok', 'refused', 'failed', 'not-reached', 'not-needed']),
  facts: factsSchema.exactOptional(),
  note: text.exactOptional(),
  expected: text.exactOptional(),
  actual: text.exactOptional(),
});

const refusalSchema = z.object({
  code: z.enum(errorCodes),
  variant: z.string().max(64).exactOptional(),
  values: refusalValuesSchema.exactOptional(),
  sentence: text,
  expected: text.exactOptional(),
  actual: text.exactOptional(),
  fix: text.exactOptional(),
  rule: text.exactOptional(),
});

const tokenSchema = z.object({
  verified: z.boolean(),
  issuer: text.exactOptional(),
  subject: text.exactOptional(),
  clientId: text.exactOptional(),
  jti: text.exactOptional(),
  sid: text.exactOptional(),
  kid: text.exactOptional(),
  alg: text.exactOptional(),
  issuedAt: z.number().exactOptional(),
  expiresAt: z.number().exactOptional(),
});

const upstreamSchema = z.object({ name: text, target: text, status: z.int().exactOptional() });

/** Reads a record that came over a wire or out of a store. */
export const decisionRecordSchema: z.ZodType<DecisionRecord, unknown> = z
  .object({
    version: z.literal(recordVersion).exactOptional(),
    reference: idField('reference'),
    at: z.number().nonnegative(),
    node: text,
    method: text,
    path: z.string().max(65_536),
    route: text.exactOptional(),
    outcome: z.enum(['forwarded', 'refused', 'failed']),
    status: z.int().min(0).max(599),
    refusal: refusalSchema.exactOptional(),
    steps: z.array(stepSchema).max(32),
    token: tokenSchema.exactOptional(),
    upstream: upstreamSchema.exactOptional(),
    durationMicros: z.number().nonnegative(),
  })
  .meta({ id: 'DecisionRecord' });
