import { isLoopback } from '@signet/token/keys';
import { z } from 'zod';
import { addressSchema, readAddress, withoutTrailingSlash } from '../../fields/address.ts';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import { duration } from '../../fields/quantity.ts';
import { nameSchema } from '../../fields/text.ts';
import { handedSecretSchema } from '../issuers/handed-keys.ts';
import { llmDefaults as usual, usualAddresses, usualPrices } from './defaults.ts';
import type { LlmConfiguration, LlmProvider, ModelConfiguration } from './type.ts';

const onlyTrue = { error: allowed('only `true`', 'Write `true`, or leave the key out.') };

const pricesMessage = allowed(
  'the name of a provider in the list of prices, such as `groq`',
  'Write it as https://github.com/pydantic/genai-prices calls it, or leave it out: the price is unknown then.',
);

const providerShape = strict({
  kind: choice(['openai', 'anthropic', 'gemini', 'openai-compatible']).meta({
    description: 'What is spoken with it.',
  }),
  url: addressSchema.transform(withoutTrailingSlash).exactOptional().meta({
    description:
      'Where it answers; known of OpenAI, Anthropic and Gemini. With its `/v1`, where it speaks as OpenAI does.',
  }),
  key: handedSecretSchema.exactOptional().meta({
    description:
      'Where its key is: a reference such as `env:OPENAI_API_KEY`, which is read again while Signet runs.',
  }),
  prices: z
    .string({ error: pricesMessage })
    .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, { error: pricesMessage })
    .exactOptional()
    .meta({ description: 'Whose prices count; known of OpenAI, Anthropic and Gemini.' }),
  connectTimeout: duration({ least: '10ms', most: '1m', example: usual.connectTimeout })
    .prefault(usual.connectTimeout)
    .meta({ description: 'How long opening a connection may take.' }),
  firstEvent: duration({ least: '100ms', most: '1h', example: usual.firstEvent })
    .prefault(usual.firstEvent)
    .meta({ description: 'How long the first word of an answer may take.' }),
  idle: duration({ least: '100ms', most: '1h', example: usual.idle })
    .prefault(usual.idle)
    .meta({ description: 'How long nothing may come, once an answer has begun.' }),
  whole: duration({ least: '1s', most: '1d', example: usual.whole })
    .prefault(usual.whole)
    .meta({ description: 'How long a whole answer may take, however it flows.' }),
  dangerouslyAllowInsecureKey: z.literal(true, onlyTrue).exactOptional().meta({
    description: 'Shows the key over http: beyond this machine. Whoever is on the way can use it.',
  }),
});

type ProviderShape = z.output<typeof providerShape>;

const providerSchema: z.ZodType<LlmProvider, unknown> = providerShape
  .superRefine(checkAddress, evenIfPartsAreWrong)
  .transform(({ dangerouslyAllowInsecureKey: _, url, prices, ...rest }) => {
    const whose = prices ?? usualPrices[rest.kind];
    return {
      ...rest,
      url: url ?? usualAddresses[rest.kind] ?? '',
      ...(whose === undefined ? {} : { prices: whose }),
    };
  });

const modelMessage = allowed(
  'the name of a model as its provider has it: 1 to 128 letters, digits and `. _ : / @ -`, without `..`',
  'Write it as in the documentation of the provider.',
);

/** As a provider calls a model, and as callers do. */
export const modelNameSchema: z.ZodType<string, string> = z
  .string({ error: modelMessage })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,127}$/, { error: modelMessage })
  .refine((name) => !name.includes('..') && !name.includes('//'), { error: modelMessage });

const targetSchema = strict({
  provider: nameSchema.meta({ description: 'A name in `providers`.' }),
  model: modelNameSchema.meta({ description: 'What the provider calls the model.' }),
});

const modelSchema: z.ZodType<ModelConfiguration, unknown> = strict({
  targets: list(targetSchema, { least: 1, most: 8, of: 'targets' }).meta({
    description: 'Who answers; the next one where the one before cannot, as long as no word has gone out.',
  }),
});

const aliasMessage = allowed(
  'names of models, each with `targets`',
  'Write the name that callers ask for, such as `gpt-5.6:`, and below it `targets: [{ provider: openai, model: gpt-5.6 }]`.',
);

export const llmSchema: z.ZodType<LlmConfiguration, unknown> = strict({
  providers: named(providerSchema).prefault({}).meta({ description: 'Who has models, by name.' }),
  models: z
    .record(modelNameSchema, modelSchema, { error: aliasMessage })
    .prefault({})
    .meta({ description: 'What callers may ask for, by the name that they use.' }),
}).superRefine(({ providers, models }, context) => {
  for (const [name, { targets }] of Object.entries(models)) {
    targets.forEach(({ provider }, at) => {
      if (Object.hasOwn(providers, provider)) return;
      const message = allowed('a name in `llm.providers`', 'Add it there, or correct the name.');
      context.addIssue({ code: 'custom', path: ['models', name, 'targets', at, 'provider'], message });
    });
  }
});

function checkAddress(value: ProviderShape, context: z.core.$RefinementCtx): void {
  if (value.kind === 'openai-compatible' && value.url === undefined) {
    const message = allowed('`url` beside `openai-compatible`', 'Say where it answers, with its `/v1`.');
    context.addIssue({ code: 'custom', path: ['kind'], message });
  }
  const address = readAddress(String(value.url ?? ''));
  const isSafe = address === undefined || address.protocol === 'https:' || isLoopback(address);
  if (isSafe || value.key === undefined || value.dangerouslyAllowInsecureKey === true) return;
  const message = allowed(
    'https, since the key is shown there',
    'Use https, leave `key` out, or say `dangerouslyAllowInsecureKey: true`.',
  );
  context.addIssue({ code: 'custom', path: ['url'], message });
}
