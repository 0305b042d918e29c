import { z } from 'zod';
import { addressSchema, readAddress, withoutTrailingSlash } from '../../fields/address.ts';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import { count, duration } from '../../fields/quantity.ts';
import { nameSchema } from '../../fields/text.ts';
import { handedSecretSchema } from '../issuers/handed-keys.ts';
import { breakerSchema } from '../upstreams/breaker.ts';
import { addressIn, llmDefaults as usual, usualAddresses, usualPrices } from './defaults.ts';
import { providerKinds } from './kinds.ts';
import { placeFaults } from './place-faults.ts';
import { keepsKeys } from './provider-address.ts';
import { keyFaults, providerKeySchema } from './provider-keys.ts';
import { choosingDefaults, modelAbilities, targetStrategies } from './strategies.ts';
import type { LlmConfiguration, LlmProvider, ModelConfiguration } from './type.ts';

const onlyTrue = { error: allowed('only `true`', 'Write `true`, or leave the key out.') };

const pricesMessage = allowed(
  'the name of a provider in the list of prices, such as `groq`',
  'Write it as https://github.com/pydantic/genai-prices calls it, or leave it out: the price is unknown then.',
);

const regionMessage = allowed(
  'the name of a region, such as `eu-central-1`, `europe-west4` or `global`',
  'Write it as its cloud calls it.',
);

const projectMessage = allowed(
  'the id of a project of Google Cloud, such as `models-4711`',
  'Write its id, not its name or its number.',
);

const versionMessage = allowed(
  'a version of the API of Azure, such as `2024-10-21` or `2025-04-01-preview`',
  'Write one, or leave it out to ask at its `v1`.',
);

const providerShape = strict({
  kind: choice(providerKinds).meta({
    description: 'What is spoken with it.',
  }),
  url: addressSchema.transform(withoutTrailingSlash).exactOptional().meta({
    description:
      'Where it answers; known of all but `azure` and `openai-compatible`. With its `/v1`, where it speaks as OpenAI does; of Azure without a path.',
  }),
  key: handedSecretSchema.exactOptional().meta({
    description:
      'Where its key is: a reference such as `env:OPENAI_API_KEY`, which is read again while Signet runs.',
  }),
  keys: list(providerKeySchema, { least: 1, most: 16, of: 'keys' }).exactOptional().meta({
    description:
      'Several keys in place of `key`: each conversation stays with one, as long as that is taken.',
  }),
  breaker: breakerSchema
    .exactOptional()
    .meta({ description: 'Leaves the provider alone for a while when too many of its answers fail.' }),
  prices: z
    .string({ error: pricesMessage })
    .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, { error: pricesMessage })
    .exactOptional()
    .meta({
      description: 'Whose prices count; known of all but `openai-compatible` and those on your own machines.',
    }),
  region: z
    .string({ error: regionMessage })
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+){0,5}$/, { error: regionMessage })
    .max(32, { error: regionMessage })
    .exactOptional()
    .meta({
      description: 'Where in the cloud it is asked, such as `eu-central-1`; of `bedrock` and `vertex`.',
    }),
  project: z
    .string({ error: projectMessage })
    .regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/, { error: projectMessage })
    .exactOptional()
    .meta({ description: 'The project of Google Cloud that is billed; of `vertex`.' }),
  apiVersion: z
    .string({ error: versionMessage })
    .regex(/^\d{4}-\d{2}-\d{2}(?:-preview)?$/, { error: versionMessage })
    .exactOptional()
    .meta({
      description:
        'Asks `azure` at its older addresses, which name deployments, such as `2024-10-21`. Left out: at its `v1`.',
    }),
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
  drain: duration({ least: '100ms', most: '1h', example: '30s' }).exactOptional().meta({
    description:
      'How long an answer is still read after its caller has left: of a provider that bills it to its end anyway. Left out: the provider is left at once.',
  }),
  dangerouslyAllowInsecureKey: z.literal(true, onlyTrue).exactOptional().meta({
    description: 'Shows the key over http: beyond this machine. Whoever is on the way can use it.',
  }),
});

type ProviderShape = z.output<typeof providerShape>;

export const providerSchema: z.ZodType<LlmProvider, unknown> = providerShape
  .superRefine(checkAddress, evenIfPartsAreWrong)
  .superRefine((provider, context) => {
    for (const { path, message } of keyFaults(provider)) context.addIssue({ code: 'custom', path, message });
  })
  .transform(({ dangerouslyAllowInsecureKey: _, url, prices, ...rest }) => {
    const whose = prices ?? usualPrices[rest.kind];
    return {
      ...rest,
      url: url ?? usualAddresses[rest.kind] ?? addressIn(rest.kind, rest.region) ?? '',
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

const mostTokens = 100_000_000;

const targetSchema = strict({
  provider: nameSchema.meta({ description: 'A name in `providers`.' }),
  model: modelNameSchema.meta({ description: 'What the provider calls the model.' }),
  mostInput: count(1, mostTokens)
    .exactOptional()
    .meta({ description: 'Tokens that it reads at once, for `budgets`.' }),
  mostOutput: count(1, mostTokens).exactOptional().meta({
    description: 'Tokens that one answer may have, for `budgets` and requests that do not say.',
  }),
  weight: count(1, 1000)
    .prefault(choosingDefaults.weight)
    .meta({ description: 'Share of the conversations, or of the load.' }),
  lacks: list(choice(modelAbilities), { least: 0, most: modelAbilities.length, of: 'abilities' })
    .prefault([])
    .meta({ description: 'What it cannot do: it is passed over for requests that need it.' }),
  context: count(1, 100_000_000)
    .exactOptional()
    .meta({ description: 'Tokens of question and answer together; it is passed over for what is longer.' }),
});

const modelSchema: z.ZodType<ModelConfiguration, unknown> = strict({
  strategy: choice(targetStrategies).prefault(choosingDefaults.strategy).meta({
    description:
      'Who is asked first: as they are written, by weight, who has least to do, who answers soonest, who costs least.',
  }),
  retries: count(0, 3)
    .prefault(choosingDefaults.retries)
    .meta({ description: 'How often one is asked once more, after a fault that may pass.' }),
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
  for (const { path, message } of placeFaults(value)) context.addIssue({ code: 'custom', path, message });
  const address = readAddress(String(value.url ?? ''));
  const isSafe = address === undefined || keepsKeys(address);
  const showsKey = value.key !== undefined || value.keys !== undefined;
  if (isSafe || !showsKey || value.dangerouslyAllowInsecureKey === true) return;
  const message = allowed(
    'https, since the key is shown there',
    'Use https, leave the key out, or say `dangerouslyAllowInsecureKey: true`.',
  );
  context.addIssue({ code: 'custom', path: ['url'], message });
}
