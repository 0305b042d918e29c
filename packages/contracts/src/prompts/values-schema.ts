import type { JsonSchema } from '../configuration/sections/routes/json-schema.ts';
import type { PromptDefinition } from './prompt.ts';

/** What a caller sends: a value for each variable, and nothing else. */
export function valuesSchema({ variables, optional }: PromptDefinition): Readonly<Record<string, unknown>> {
  return {
    type: 'object',
    properties: variables,
    required: Object.keys(variables).filter((name) => !optional.includes(name)),
    additionalProperties: false,
  };
}

/** What a caller is answered, as OpenAPI tells it. */
export function answerSchema({ output }: PromptDefinition): JsonSchema {
  return (
    output ?? {
      type: 'object',
      properties: { text: { type: 'string' }, finish: { enum: ['stop', 'length', 'content-filter'] } },
      required: ['text', 'finish'],
    }
  );
}
