import type { InputItem, ModelRequest } from '@signet/ai';
import { describe, expect, it } from 'vitest';
import { conversationOf, lot } from './conversation.ts';

const says = (role: 'system' | 'user' | 'assistant', text: string): InputItem => ({
  ...{ kind: 'message', role, parts: [{ kind: 'text', text }] },
});
const asking = (items: readonly InputItem[], more: Partial<ModelRequest> = {}): ModelRequest => ({
  ...{ model: 'm', items, tools: [], limits: {}, sampling: {}, stream: false, streamUsage: false },
  foreign: new Map(),
  ...more,
});
const first = [says('system', 'Be kind.'), says('user', 'Hello')];

describe('a conversation', () => {
  it('is the same in its later turns', () => {
    const later = [...first, says('assistant', 'Hi'), says('user', 'And now?')];
    expect(conversationOf(asking(later), 'ann')).toBe(conversationOf(asking(first), 'ann'));
  });

  it.each([
    ['another caller', asking(first), 'bob'],
    ['other instructions', asking([says('system', 'Be short.'), says('user', 'Hello')]), 'ann'],
    ['another beginning', asking([says('system', 'Be kind.'), says('user', 'Hello!')]), 'ann'],
    [
      'the same letters, divided otherwise',
      asking([says('system', 'Be kind.H'), says('user', 'ello')]),
      'ann',
    ],
    ['a key of its own', asking(first, { cache: { key: 'k' } }), 'ann'],
  ])('is another one with %s', (_, request, subject) => {
    expect(conversationOf(request, subject)).not.toBe(conversationOf(asking(first), 'ann'));
  });

  it('is what the caller calls it, but never that of another caller', () => {
    const named = asking([says('user', 'a')], { cache: { key: 'k' } });
    expect(conversationOf(named, 'ann')).toBe(conversationOf(asking(first, { cache: { key: 'k' } }), 'ann'));
    expect(conversationOf(named, 'bob')).not.toBe(conversationOf(named, 'ann'));
  });

  it('is told by a part of what is long', () => {
    const long = 'a'.repeat(2_000_000);
    const one = conversationOf(asking([says('user', long)]), 'ann');
    expect(conversationOf(asking([says('user', `${long}b`)]), 'ann')).toBe(one);
  });
});

it('lots are spread evenly, and the same each time', () => {
  const drawn = Array.from({ length: 1_000 }, (_, at) => lot(`c${at}`, 'k'));
  const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
  expect(mean).toBeGreaterThan(0.45);
  expect(mean).toBeLessThan(0.55);
  expect(drawn.every((each) => each > 0 && each < 1)).toBe(true);
  expect(lot('a', 'b')).toBe(lot('a', 'b'));
  expect(lot('ab', 'c')).not.toBe(lot('a', 'bc'));
});
