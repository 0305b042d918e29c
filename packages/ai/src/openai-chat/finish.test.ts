import { describe, expect, it } from 'vitest';
import { readFinish, writeFinish } from './finish.ts';

describe('readFinish', () => {
  it.each([
    ['stop', false, { reason: 'stop' }],
    ['length', true, { reason: 'length' }],
    ['tool_calls', true, { reason: 'tool-calls' }],
    ['content_filter', false, { reason: 'content-filter' }],
    ['stop', true, { reason: 'tool-calls', said: 'stop' }],
    ['model_length', false, { reason: 'length', said: 'model_length' }],
    ['insufficient_system_resource', false, { reason: 'error', said: 'insufficient_system_resource' }],
    ['constructor', false, { reason: 'stop', said: 'constructor' }],
    [undefined, true, { reason: 'tool-calls' }],
  ] as const)('reads %s, with calls: %s', (word, hasCalls, expected) => {
    expect(readFinish(word, hasCalls)).toEqual(expected);
  });
});

describe('writeFinish', () => {
  it('keeps a word of its own, and translates every other', () => {
    expect(writeFinish({ reason: 'tool-calls', said: 'stop' })).toBe('stop');
    expect(writeFinish({ reason: 'stop', said: 'pause_turn' })).toBe('stop');
    expect(writeFinish({ reason: 'content-filter', said: 'refusal' })).toBe('content_filter');
    expect(writeFinish({ reason: 'length', said: 'model_length' })).toBe('length');
    expect(writeFinish({ reason: 'tool-calls' })).toBe('tool_calls');
  });
});
