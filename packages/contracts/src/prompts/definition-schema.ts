import { z } from 'zod';
import { allowed, strict } from '../configuration/fields/allowed.ts';
import { choice } from '../configuration/fields/choice.ts';
import { list } from '../configuration/fields/list.ts';
import { nameSchema, sentence } from '../configuration/fields/text.ts';
import { modelNameSchema } from '../configuration/sections/llm/schema.ts';
import { type JsonSchema, schemaFaults } from '../configuration/sections/routes/json-schema.ts';
import { definitionFaults } from './definition-faults.ts';
import type { GoldenTest, PromptDefinition, PromptMessage, PromptParameters } from './prompt.ts';
import { isVariableName } from './template.ts';

/** Of a message; all of a prompt together is bounded by the body that it comes in. */
const longestText = 20_000;
const mostMessages = 64;
const mostVariables = 64;
const mostTests = 50;

const schemaMessage = allowed(
  'a JSON Schema: keywords and values, or `true`',
  'Write it as `{ "type": "string" }`.',
);

const jsonSchema: z.ZodType<JsonSchema, unknown> = z
  .union([z.boolean(), z.record(z.string(), z.unknown())], { error: schemaMessage })
  .superRefine((schema, context) => {
    for (const { path, message } of schemaFaults(schema))
      context.addIssue({ code: 'custom', path: [...path], message });
  });

const variableMessage = allowed(
  'names of letters, digits and `_`, beginning with a letter, at most 64 long',
  'Choose a name such as `language`.',
);

const variableNameSchema: z.ZodType<string, string> = z
  .string({ error: variableMessage })
  .refine(isVariableName, { error: variableMessage });

const messageSchema: z.ZodType<PromptMessage, unknown> = strict({
  role: choice(['system', 'user', 'assistant']),
  text: sentence(longestText),
});

function between(least: number, most: number, isWhole = false): z.ZodType<number, number> {
  const error = allowed(
    `${isWhole ? 'a whole number' : 'a number'} from ${least} to ${most}`,
    'Leave it out for what is usual of the model.',
  );
  const number = z.number({ error }).min(least, { error }).max(most, { error });
  return isWhole ? number.int({ error }) : number;
}

const parametersSchema: z.ZodType<PromptParameters, unknown> = strict({
  maxTokens: between(1, 1_000_000, true).exactOptional(),
  temperature: between(0, 2).exactOptional(),
  topP: between(0, 1).exactOptional(),
  seed: between(0, 2 ** 31 - 1, true).exactOptional(),
  stop: list(sentence(128), { least: 1, most: 4, of: 'texts' }).exactOptional(),
});

const texts = list(sentence(1_000), { least: 1, most: 20, of: 'texts' });

const testSchema: z.ZodType<GoldenTest, unknown> = strict({
  name: sentence(120),
  values: z.record(z.string(), z.unknown(), {
    error: allowed('values by the names of variables', 'Write them as a caller sends them.'),
  }),
  expect: strict({
    contains: texts.exactOptional(),
    lacks: texts.exactOptional(),
    members: z.record(z.string(), z.unknown()).exactOptional(),
    maxCharacters: between(1, 1_000_000, true).exactOptional(),
  }),
});

/** A prompt as a person writes it, in JSON. */
export const promptDefinitionSchema: z.ZodType<PromptDefinition, unknown> = strict({
  description: sentence(500).exactOptional(),
  messages: list(messageSchema, { least: 1, most: mostMessages, of: 'messages' }),
  variables: z
    .record(variableNameSchema, jsonSchema, { error: variableMessage })
    .refine((all) => Object.keys(all).length <= mostVariables, {
      error: allowed(`at most ${mostVariables} variables`, 'Put several into one.'),
    })
    .prefault({}),
  optional: list(variableNameSchema, { least: 0, most: mostVariables, of: 'names' }).prefault([]),
  model: modelNameSchema,
  parameters: parametersSchema.prefault({}),
  output: jsonSchema.exactOptional(),
  tests: list(testSchema, { least: 0, most: mostTests, of: 'tests' }).prefault([]),
}).superRefine((definition, context) => {
  for (const { path, message } of definitionFaults(definition))
    context.addIssue({ code: 'custom', path: [...path], message });
});

/** As it stands in addresses: in lower case, without an `@`. */
export const promptNameSchema: z.ZodType<string, string> = nameSchema;
