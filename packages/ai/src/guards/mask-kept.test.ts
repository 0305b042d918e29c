import { describe, expect, it } from 'vitest';
import { KeptMask } from './mask-kept.ts';

const mask = new KeptMask(['nightjar']);

describe('what is kept of a question', () => {
  it('has neither personal data nor secrets nor terms of the route in it', () => {
    const kept = mask.question({
      model: 'gpt',
      messages: [
        { role: 'user', content: 'Write to ada@example.org, card 4242 4242 4242 4242, about Nightjar.' },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ function: { arguments: '{"to":"bob@example.org"}' } }],
        },
      ],
    });
    expect(kept).toBeDefined();
    for (const secret of ['ada@example.org', 'bob@example.org', '4242', 'Nightjar'])
      expect(kept).not.toContain(secret);
    expect(kept).toContain('about');
  });

  it('does not say who was behind it', () => {
    const kept = mask.question({
      model: 'gpt',
      user: 'account-71',
      metadata: { case: 'account-71' },
      messages: [],
    });
    expect(kept).toBe('{"model":"gpt","messages":[]}');
  });

  it.each([
    [
      'an image',
      { messages: [{ content: [{ image_url: { url: `data:image/png;base64,${'A'.repeat(400)}` } }] }] },
    ],
    ['a file', { messages: [{ content: [{ file_data: 'A'.repeat(400) }] }] }],
    ['a sealed thought', { input: [{ encrypted_content: 'A'.repeat(400) }] }],
    ['nothing that is an object', ['gpt']],
  ])('is nothing where there is %s', (_, value) => {
    expect(mask.question(value)).toBeUndefined();
  });

  it('has the words of answers masked alike', () => {
    expect(mask.text('Ask ada@example.org.')).not.toContain('ada@');
    expect(mask.json('{"to":"ada@example.org"}')).not.toContain('ada@');
    expect(mask.json('{"to":')).toBeUndefined();
  });
});
