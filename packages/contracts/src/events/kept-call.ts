import { z } from 'zod';
import { idField } from '../api/fields.ts';
import type { Reference } from '../ids/id.ts';

/** By which protocol it was asked. */
const keptProtocols = ['chat', 'responses', 'anthropic', 'gemini'] as const;

export type KeptProtocol = (typeof keptProtocols)[number];

/** Of a question, and of the answer to it, as they are kept: longer ones are not. */
export const longestKeptQuestion: number = 128 * 1024;
export const longestKeptAnswer: number = 64 * 1024;
/** More calls of tools in one answer are not kept. */
export const mostKeptToolCalls: number = 128;

export interface KeptToolCall {
  readonly name: string;
  /** JSON as it came, which may be broken. */
  readonly arguments: string;
}

/** What a model answered, whatever protocol it came in. */
export interface KeptAnswer {
  readonly text: string;
  readonly calls: readonly KeptToolCall[];
  /** How it ended: by itself, at the most that it might say, or with a refusal. */
  readonly end: 'whole' | 'length' | 'refused';
}

/** A question to a model and its answer, of a route that keeps them; all that guards find in them is masked. */
export interface KeptCall {
  /** Of the record of the same call. */
  readonly reference: Reference;
  /** Milliseconds since the epoch: when it came, and when nobody may know it any more. */
  readonly at: number;
  readonly forgetAt: number;
  readonly route: string;
  readonly protocol: KeptProtocol;
  /** The name that the caller asked for. */
  readonly asked: string;
  /** Who answered. */
  readonly provider: string;
  readonly model: string;
  /** Milliseconds from the question to the end of the answer. */
  readonly took: number;
  readonly input?: number;
  readonly output?: number;
  /** Absent where nobody knows the price. */
  readonly costMicros?: number;
  readonly currency?: string;
  /** JSON. */
  readonly question: string;
  readonly answer: KeptAnswer;
}

/** No database takes all characters. */
const name = z
  .string()
  .max(256)
  .regex(/^\P{Cc}*$/u);
const counted = z.int().min(0);

/** As other nodes send it, of whom nothing is believed. */
export const keptCallSchema: z.ZodType<KeptCall, unknown> = z.strictObject({
  reference: idField('reference'),
  at: counted,
  forgetAt: counted,
  route: name,
  protocol: z.enum(keptProtocols),
  asked: name,
  provider: name,
  model: name,
  took: counted,
  input: counted.exactOptional(),
  output: counted.exactOptional(),
  costMicros: counted.exactOptional(),
  currency: z.string().max(3).exactOptional(),
  question: z.string().max(longestKeptQuestion),
  answer: z.strictObject({
    text: z.string().max(longestKeptAnswer),
    calls: z
      .array(z.strictObject({ name: z.string().max(256), arguments: z.string().max(longestKeptAnswer) }))
      .max(mostKeptToolCalls),
    end: z.enum(['whole', 'length', 'refused']),
  }),
});
