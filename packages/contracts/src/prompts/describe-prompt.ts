import type { PromptDefinition, PromptVersion } from './prompt.ts';
import { answerSchema, valuesSchema } from './values-schema.ts';
import { tellVersion } from './version.ts';

export interface DescribedPrompt {
  readonly name: string;
  readonly version: PromptVersion;
  readonly definition: PromptDefinition;
}

/**
 * A prompt as an API (OpenAPI 3.1), for clients that are generated. Its path names the major: what comes of later minors keeps to
 * this description. Of its words, its model and its tests nothing is said.
 */
export function describePrompt({ name, version, definition }: DescribedPrompt): object {
  const { description, output } = definition;
  const schema = answerSchema(definition);
  const content = {
    'application/json': { schema },
    ...(output === undefined ? { 'text/event-stream': { schema: { type: 'string' } } } : {}),
  };
  return {
    openapi: '3.1.0',
    info: {
      title: name,
      version: tellVersion(version),
      ...(description === undefined ? {} : { description }),
    },
    paths: {
      [`/prompts/${name}@${version.major}`]: {
        post: {
          operationId: name,
          requestBody: {
            required: true,
            content: { 'application/json': { schema: valuesSchema(definition) } },
          },
          responses: {
            200: { description: 'The answer', content },
            default: {
              description: 'A refusal',
              content: { 'application/problem+json': { schema: { type: 'object' } } },
            },
          },
          security: [{ token: [] }],
        },
      },
    },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}
