import { z } from 'zod';
import { type AddedKind, addedKinds } from '../configuration/sections/llm/added-provider.ts';
import { usualAddresses } from '../configuration/sections/llm/defaults.ts';
import { isProviderAddress } from '../configuration/sections/llm/provider-address.ts';
import { phrases } from '../refusals/phrases.ts';
import { body, wholeNumber } from './fields.ts';

/** A provider of models whose key was given by command; the key itself is told to nobody. */
export interface ModelProviderSummary {
  /** What stands before the `/` in the name of a model. */
  readonly name: string;
  readonly kind: AddedKind;
  readonly url: string;
  /** The last four signs of its key; absent of a short one. */
  readonly keyEnds?: string | undefined;
  /** When its key was given. */
  readonly setAt: number;
  /** Why it is not asked: the configuration has a provider of that name, or what is kept of it does not open. */
  readonly state: 'used' | 'shadowed' | 'unreadable';
}

/** `GET /admin/model-providers` */
export interface ModelProvidersAnswer {
  readonly providers: readonly ModelProviderSummary[];
}

export interface ModelProviderParameters {
  readonly name: string;
}

/** `PUT /admin/model-providers/{name}` */
export interface SetModelProviderRequest {
  readonly kind: AddedKind;
  /** Absent: where the providers of its kind usually answer. */
  readonly url?: string | undefined;
  readonly key: string;
}

export interface SetModelProviderAnswer extends ModelProviderSummary {
  /** There was one of that name before. */
  readonly replaced: boolean;
  /** Where OpenAI's SDKs ask it through the gateways: of the routes that take providers which were added. */
  readonly baseUrls: readonly string[];
}

/** `DELETE /admin/model-providers/{name}` */
export interface RemovedModelProviderAnswer {
  readonly name: string;
}

/** `POST /admin/model-providers/{name}/test` */
export interface TestModelProviderAnswer {
  /** It listed its models, and so takes the key. */
  readonly outcome: 'answers' | 'key-refused' | 'other-answer' | 'unreachable';
  /** The status of its answer, where there was one. */
  readonly status?: number | undefined;
  /** The first of them, as it calls them. */
  readonly models: readonly string[];
  /** How many more it has. */
  readonly furtherModels: number;
}

/** As the names of providers in `signet.yaml`. */
const nameField: z.ZodType<string, string> = z
  .string({ error: phrases.model_provider })
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, { error: phrases.model_provider });

const kindField: z.ZodType<AddedKind, unknown> = z.enum(addedKinds, {
  error: phrases.model_provider_kind.replace('{of}', addedKinds.join(', ')),
});

const longestUrl = 2048;

/** It goes into a header as it is. */
const keyField: z.ZodType<string, string> = z
  .string({ error: phrases.model_provider_key })
  .regex(/^[\x21-\x7e]{8,4096}$/, { error: phrases.model_provider_key });

const urlField: z.ZodType<string, string> = z
  .string({ error: phrases.model_provider_url })
  .max(longestUrl, { error: phrases.model_provider_url });

const summaryShape = {
  name: z.string().max(63),
  kind: kindField,
  url: z.string().max(longestUrl),
  keyEnds: z.string().max(4).optional(),
  setAt: wholeNumber,
  state: z.enum(['used', 'shadowed', 'unreadable']),
};

export const modelProvidersAnswerSchema: z.ZodType<ModelProvidersAnswer, unknown> = z
  .object({ providers: z.array(z.object(summaryShape)) })
  .meta({ id: 'ModelProvidersAnswer' });

export const modelProviderParametersSchema: z.ZodType<ModelProviderParameters, unknown> = z.strictObject({
  name: nameField,
});

export const setModelProviderRequestSchema: z.ZodType<SetModelProviderRequest, unknown> = body({
  kind: kindField,
  url: urlField.exactOptional(),
  key: keyField,
})
  .superRefine(({ kind, url = usualAddresses[kind] }, context) => {
    if (url !== undefined && isProviderAddress(url)) return;
    context.addIssue({ code: 'custom', path: ['url'], message: phrases.model_provider_url });
  })
  .meta({ id: 'SetModelProviderRequest' });

export const setModelProviderAnswerSchema: z.ZodType<SetModelProviderAnswer, unknown> = z
  .object({ ...summaryShape, replaced: z.boolean(), baseUrls: z.array(z.string().max(longestUrl)) })
  .meta({ id: 'SetModelProviderAnswer' });

export const removedModelProviderAnswerSchema: z.ZodType<RemovedModelProviderAnswer, unknown> = z
  .object({ name: z.string().max(63) })
  .meta({ id: 'RemovedModelProvider' });

export const testModelProviderRequestSchema: z.ZodType<object, unknown> = body({}).meta({
  id: 'TestModelProviderRequest',
});

export const testModelProviderAnswerSchema: z.ZodType<TestModelProviderAnswer, unknown> = z
  .object({
    outcome: z.enum(['answers', 'key-refused', 'other-answer', 'unreachable']),
    status: wholeNumber.optional(),
    models: z.array(z.string().max(256)),
    furtherModels: wholeNumber,
  })
  .meta({ id: 'TestModelProviderAnswer' });
