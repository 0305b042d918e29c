import { z } from 'zod';
import type { ContractChange } from '../prompts/contract-diff.ts';
import { promptNameSchema } from '../prompts/definition-schema.ts';
import type { CanaryShare, PromptAuthor } from '../prompts/prompt.ts';
import { phrases } from '../refusals/phrases.ts';
import { body, wholeNumber } from './fields.ts';

/** The name, in the path. */
export interface PromptParameters {
  readonly name: string;
}

/** The name and a version such as `1.4`, in the path. */
export interface PromptVersionParameters extends PromptParameters {
  readonly version: string;
}

/** `GET /admin/prompts`, in the order of characters. */
export interface PromptsAnswer {
  readonly prompts: readonly PromptSummary[];
}

export interface PromptSummary {
  readonly name: string;
  readonly newest: string;
  /** What counts; absent before the first was published. */
  readonly stable?: string | undefined;
  readonly canary?: string | undefined;
}

/** `GET /admin/prompts/{name}` */
export interface PromptAnswer extends PromptSummary {
  /** Newest first. */
  readonly versions: readonly PromptVersionSummary[];
  /** Who publishes what, newest first; at most 100. */
  readonly publications: readonly PublicationSummary[];
}

export interface PromptVersionSummary {
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly by: PromptAuthor;
  readonly published: boolean;
}

export interface PublicationSummary {
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly by: PromptAuthor;
  readonly stable: string;
  readonly canary?: { readonly version: string; readonly to: CanaryShare } | undefined;
  /** Of a rollback. */
  readonly restores?: number | undefined;
}

/** `GET /admin/prompts/{name}/versions/{version}` */
export interface PromptVersionAnswer extends PromptVersionSummary {
  readonly name: string;
  readonly definition: Readonly<Record<string, unknown>>;
}

/** `POST /admin/prompts/{name}/versions` */
export interface AddPromptRequest {
  /** As it is written; what is wrong with it is told place by place. */
  readonly definition: Readonly<Record<string, unknown>>;
  /** Without it, a definition that breaks who asks the one before is refused. */
  readonly major?: true;
}

/** `POST /admin/prompts/{name}/comparisons`: what an addition would come to; nothing changes. */
export interface ComparePromptRequest {
  readonly definition: Readonly<Record<string, unknown>>;
}

export interface ComparePromptAnswer {
  readonly breaking: boolean;
  readonly changes: readonly ContractChange[];
  /** Against which it was held; absent for the first of its name. */
  readonly from?: string | undefined;
  /** What it would be called. */
  readonly version: string;
}

/** `POST /admin/prompts/{name}/versions/{version}/tests`: asks its model, which costs what it costs. */
export interface TestPromptAnswer {
  readonly passed: boolean;
  readonly tests: readonly TestVerdict[];
}

export interface TestVerdict {
  readonly name: string;
  /** In what its answer was not as it must be; empty where it was. */
  readonly faults: readonly string[];
}

/** `POST /admin/prompts/{name}/publications`: its tests are run before. */
export interface PublishPromptRequest {
  readonly version: string;
  /** Only for some: all others are given what counted before. */
  readonly canary?: CanaryShare;
}

const error = phrases.prompt_version;

const versionField = z.string({ error }).regex(/^[1-9]\d{0,5}\.(?:0|[1-9]\d{0,5})$/, { error });

const nameField = z
  .string({ error: phrases.prompt_name })
  .refine((text) => promptNameSchema.safeParse(text).success, {
    error: phrases.prompt_name,
  });

const shareError = phrases.prompt_canary;

const shareSchema: z.ZodType<CanaryShare, unknown> = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('percent'), percent: z.number().min(0).max(100) }),
    z.strictObject({
      kind: z.literal('claim'),
      claim: z.string().min(1).max(64),
      values: z.array(z.string().min(1).max(256)).min(1).max(100),
    }),
  ],
  { error: shareError },
);

const author = z.object({ kind: z.string().max(64), id: z.string().max(128).optional() });

const summaryShape = {
  name: z.string(),
  newest: z.string(),
  stable: z.string().optional(),
  canary: z.string().optional(),
};

const versionShape = { version: z.string(), at: wholeNumber, by: author, published: z.boolean() };

const changeSchema = z.object({ place: z.string(), breaking: z.boolean() });

const publicationSchema = z.object({
  number: wholeNumber,
  at: wholeNumber,
  by: author,
  stable: z.string(),
  canary: z.object({ version: z.string(), to: shareSchema }).optional(),
  restores: wholeNumber.optional(),
});

const definitionField = z.record(z.string(), z.unknown(), { error: phrases.prompt_definition });

export const promptParametersSchema: z.ZodType<PromptParameters, unknown> = z.strictObject({
  name: nameField,
});

export const promptVersionParametersSchema: z.ZodType<PromptVersionParameters, unknown> = z.strictObject({
  name: nameField,
  version: versionField,
});

export const promptsAnswerSchema: z.ZodType<PromptsAnswer, unknown> = z
  .object({ prompts: z.array(z.object(summaryShape)) })
  .meta({ id: 'Prompts' });

export const promptAnswerSchema: z.ZodType<PromptAnswer, unknown> = z
  .object({
    ...summaryShape,
    versions: z.array(z.object(versionShape)),
    publications: z.array(publicationSchema),
  })
  .meta({ id: 'Prompt' });

export const promptVersionAnswerSchema: z.ZodType<PromptVersionAnswer, unknown> = z
  .object({ ...versionShape, name: z.string(), definition: definitionField })
  .meta({ id: 'PromptVersion' });

export const addPromptRequestSchema: z.ZodType<AddPromptRequest, unknown> = body({
  definition: definitionField,
  major: z.literal(true).exactOptional(),
}).meta({ id: 'AddPromptRequest' });

export const comparePromptRequestSchema: z.ZodType<ComparePromptRequest, unknown> = body({
  definition: definitionField,
}).meta({ id: 'ComparePromptRequest' });

export const comparePromptAnswerSchema: z.ZodType<ComparePromptAnswer, unknown> = z
  .object({
    breaking: z.boolean(),
    changes: z.array(changeSchema),
    from: z.string().optional(),
    version: z.string(),
  })
  .meta({ id: 'PromptComparison' });

export const testPromptAnswerSchema: z.ZodType<TestPromptAnswer, unknown> = z
  .object({
    passed: z.boolean(),
    tests: z.array(z.object({ name: z.string(), faults: z.array(z.string()) })),
  })
  .meta({ id: 'PromptTests' });

export const publishPromptRequestSchema: z.ZodType<PublishPromptRequest, unknown> = body({
  version: versionField,
  canary: shareSchema.exactOptional(),
}).meta({ id: 'PublishPromptRequest' });

export const publicationAnswerSchema: z.ZodType<PublicationSummary, unknown> = publicationSchema.meta({
  id: 'PromptPublication',
});

/** Of a body with a definition. */
export const mostBytesOfPrompt: number = 512 * 1024;
