import { describe, expect, it } from 'vitest';
import { callerProtocolOf } from './caller-protocol.ts';

describe('the protocol of a question', () => {
  it.each([
    ['chat', { messages: [] }],
    ['anthropic', { messages: [], system: 'Be short' }],
    ['responses', { input: 'Hello' }],
    ['gemini', { contents: [] }],
    [undefined, { prompt: 'Hello' }],
    [undefined, null],
    [undefined, 'Hello'],
  ])('is %s by its members', (protocol, body) => {
    expect(callerProtocolOf(body)).toBe(protocol);
  });
});
