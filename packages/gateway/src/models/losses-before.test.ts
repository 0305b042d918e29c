import { describe, expect, it } from 'vitest';
import { lossesBefore } from './losses-before.ts';

const bytes = (body: object) => Buffer.from(JSON.stringify(body));
const asked = { model: 'any', messages: [{ role: 'user', content: 'Hello' }] };
const claude = { kind: 'anthropic', model: 'claude-sonnet-4-5' } as const;

describe('what a question would lose', () => {
  it('is told by field, fate and reason, with what a strict route refuses', () => {
    const told = lossesBefore(bytes({ ...asked, seed: 7, logit_bias: { 5: 1 } }), 'chat', claude);
    expect(told).toMatchObject({ spoken: 'anthropic', isSame: false, further: 0 });
    const lost = 'losses' in told ? told.losses : [];
    expect(lost).toContainEqual(expect.objectContaining({ path: 'seed', fate: 'dropped', refused: true }));
    expect(lost.map(({ path }) => path)).toContain('logit_bias');
    for (const { reason } of lost) expect(reason).not.toBe('');
  });

  it('is nothing where the provider speaks the same', () => {
    const same = lossesBefore(bytes({ ...asked, seed: 7 }), 'chat', { kind: 'openai', model: 'gpt-4.1' });
    expect(same).toEqual({ spoken: 'chat', isSame: true, losses: [], further: 0 });
  });

  it('is refused to be told of what is no question', () => {
    const broken = lossesBefore(Buffer.from('{"model":"a","model":"b"}'), 'chat', claude);
    expect(broken).toMatchObject({ code: 'model_request_invalid' });
    expect(lossesBefore(bytes({ model: 'a' }), 'chat', claude)).toMatchObject({
      code: 'model_request_invalid',
    });
  });

  it('tells nothing of a field that the provider is told in another place as refused', () => {
    const system = [{ role: 'system', content: 'Be short' }, ...asked.messages];
    const told = lossesBefore(bytes({ ...asked, messages: system }), 'chat', claude);
    const moved = 'losses' in told ? told.losses.filter(({ fate }) => fate === 'moved') : [];
    for (const { refused } of moved) expect(refused).toBe(false);
  });
});
