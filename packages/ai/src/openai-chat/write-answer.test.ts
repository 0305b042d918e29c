import { describe, expect, it } from 'vitest';
import { Notes } from '../mapping/notes.ts';
import type { ModelEvent } from '../model/event.ts';
import { Losses } from '../model/loss.ts';
import { readChatAnswer } from './read-answer.ts';
import { writeChatAnswer } from './write-answer.ts';

const notes = () => new Notes({ from: 'chat', to: 'chat', losses: new Losses() });

const answer: readonly ModelEvent[] = [
  { kind: 'begin', id: 'c1', model: 'm', createdAt: 7 },
  { kind: 'item', item: 0, opens: { kind: 'reasoning' } },
  { kind: 'text', item: 0, text: 'hm' },
  { kind: 'sealed', item: 0, sealed: { maker: 'anthropic', value: 'sig' } },
  { kind: 'item-end', item: 0 },
  { kind: 'item', item: 1, opens: { kind: 'message' } },
  { kind: 'text', item: 1, text: 'yes', logprobs: { content: [{ token: 'yes' }] } },
  { kind: 'citation', item: 1, citation: { url: 'https://a.example/', title: 'A', start: 0, end: 3 } },
  { kind: 'item-end', item: 1 },
  { kind: 'item', item: 2, opens: { kind: 'tool-call', id: 'a', name: 'f' } },
  { kind: 'arguments', item: 2, json: '{"x":1}' },
  { kind: 'sealed', item: 2, sealed: { maker: 'google', value: 'sig' } },
  { kind: 'item-end', item: 2 },
  { kind: 'finish', reason: 'tool-calls', said: 'stop' },
  { kind: 'usage', usage: { provenance: 'provider', input: 3, output: 2, tier: 'flex' } },
  { kind: 'end' },
];

describe('writeChatAnswer', () => {
  it('writes what is read again as the same', () => {
    expect(readChatAnswer(writeChatAnswer(answer, notes()), new Losses())).toEqual(answer);
  });

  it('joins what came in pieces, the tokens of logprobs too', () => {
    const pieces: readonly ModelEvent[] = [
      { kind: 'item', item: 0, opens: { kind: 'message' } },
      { kind: 'text', item: 0, text: 'a', logprobs: { content: [{ token: 'a' }] } },
      { kind: 'text', item: 0, text: 'b', logprobs: { content: [{ token: 'b' }] } },
      { kind: 'finish', reason: 'stop' },
      { kind: 'end' },
    ];
    expect(writeChatAnswer(pieces, notes())['choices']).toMatchObject([
      {
        message: { content: 'ab' },
        logprobs: { content: [{ token: 'a' }, { token: 'b' }] },
        finish_reason: 'stop',
      },
    ]);
  });

  it('writes each of several answers', () => {
    const two: readonly ModelEvent[] = [
      { kind: 'item', item: 0, opens: { kind: 'message' } },
      { kind: 'text', item: 0, text: 'a' },
      { kind: 'item', item: 1, opens: { kind: 'message' }, answer: 1 },
      { kind: 'text', item: 1, text: 'b' },
      { kind: 'finish', reason: 'length', answer: 1 },
      { kind: 'finish', reason: 'stop' },
      { kind: 'end' },
    ];
    expect(writeChatAnswer(two, notes())['choices']).toMatchObject([
      { index: 0, message: { content: 'a' }, finish_reason: 'stop' },
      { index: 1, message: { content: 'b' }, finish_reason: 'length' },
    ]);
  });

  it('writes the error of an answer that failed, and nothing of what came before', () => {
    const failed: ModelEvent = { kind: 'failed', failure: { status: 502, message: 'broken off' } };
    expect(Object.keys(writeChatAnswer([...answer.slice(0, 6), failed], notes()))).toEqual(['error']);
  });
});
