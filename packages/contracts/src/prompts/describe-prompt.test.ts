import { expect, it } from 'vitest';
import { describePrompt } from './describe-prompt.ts';
import type { PromptDefinition } from './prompt.ts';

const definition: PromptDefinition = {
  description: 'Sums up.',
  messages: [{ role: 'user', text: 'secret words {{text}}' }],
  variables: { text: { type: 'string', maxLength: 10 } },
  ...{ optional: [], model: 'secret-model', parameters: {}, tests: [] },
};
const version = { major: 2, minor: 3 };

it('describes what a prompt takes and answers, and nothing of what it is made of', () => {
  const described = describePrompt({ name: 'sum', version, definition });
  expect(described).toMatchObject({
    openapi: '3.1.0',
    info: { title: 'sum', version: '2.3', description: 'Sums up.' },
    paths: {
      '/prompts/sum@2': {
        post: {
          requestBody: {
            content: {
              'application/json': {
                schema: {
                  properties: { text: { type: 'string', maxLength: 10 } },
                  required: ['text'],
                  additionalProperties: false,
                },
              },
            },
          },
          responses: {
            200: { content: { 'application/json': { schema: { required: ['text', 'finish'] } } } },
          },
        },
      },
    },
  });
  expect(JSON.stringify(described)).not.toContain('secret');
});

it('describes its output, where it has one', () => {
  const output = { type: 'object', properties: { title: { type: 'string' } } };
  const described = describePrompt({ name: 'sum', version, definition: { ...definition, output } });
  expect(JSON.stringify(described)).toContain('"title"');
  expect(JSON.stringify(described)).not.toContain('event-stream');
});
