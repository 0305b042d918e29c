import { expect, it } from 'vitest';
import { withoutUsage } from './hidden-usage.ts';

const event = (value: unknown) => ({ name: '', data: JSON.stringify(value) });

it('passes over the event that tells usage alone', () => {
  expect(withoutUsage(event({ id: 'c', choices: [], usage: { prompt_tokens: 1 } }))).toBe('');
});

it('takes usage out of what says more', () => {
  const chunk = { id: 'c', choices: [{ index: 0, delta: { content: '"usage"' } }] };
  expect(withoutUsage(event({ ...chunk, usage: null }))).toBe(`data: ${JSON.stringify(chunk)}\n\n`);
  expect(withoutUsage(event({ ...chunk, usage: { prompt_tokens: 1 } }))).toBe(
    `data: ${JSON.stringify(chunk)}\n\n`,
  );
});

it.each(['{"choices":[{"delta":{"content":"a"}}]}', '[DONE]', '{"choices":[],"prompt_filter_results":[]}'])(
  'leaves %s as it came',
  (data) => {
    expect(withoutUsage({ name: '', data })).toBe(`data: ${data}\n\n`);
  },
);
