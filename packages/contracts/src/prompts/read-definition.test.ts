import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDefinition } from './read-definition.ts';

const page = readFileSync(new URL('../../../../docs/llm.md', import.meta.url), 'utf8');

describe('a prompt that somebody wrote', () => {
  it('may be that of docs/llm.md', () => {
    const [, example = ''] = /^```json\n([\s\S]*?)^```$/m.exec(page) ?? [];
    expect(readDefinition(JSON.parse(example))).toMatchObject({ definition: { model: 'assistant' } });
  });

  it('is read, or all is told that is to be mended', () => {
    const messages = [{ role: 'user', text: 'Hello' }];
    expect(readDefinition({ messages, model: 'gpt' })).toMatchObject({ definition: { messages } });
    const wrong = readDefinition({ messages: [{ role: 'user', text: '{{name}}' }], model: 'gpt' });
    expect(wrong).toEqual({
      problems: [
        {
          place: 'messages[0].text',
          expected: 'a name in `variables` (none)',
          fix: 'Add it there, or correct it.',
        },
      ],
    });
    expect(readDefinition('text')).toMatchObject({ problems: [{ place: '' }] });
  });
});
