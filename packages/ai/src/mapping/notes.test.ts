import { describe, expect, it } from 'vitest';
import { Losses } from '../model/loss.ts';
import { Notes } from './notes.ts';

function notes(from: 'chat' | 'gemini', to: 'responses' | 'anthropic') {
  const losses = new Losses();
  return { losses, notes: new Notes({ from, to, losses }) };
}

describe('Notes', () => {
  it('says nothing of what is carried', () => {
    const { losses, notes: into } = notes('chat', 'responses');
    into.note('limit of tokens');
    into.note('image by URL', 'messages[0].content[0]');
    expect(losses.told).toEqual([]);
  });

  it('names the place where the caller wrote it, not where it would have gone', () => {
    const { losses, notes: into } = notes('gemini', 'anthropic');
    into.note('seed');
    into.note('audio', 'contents[0].parts[1]');
    expect(losses.told).toEqual([
      { path: 'generationConfig.seed', of: 'request', fate: 'dropped', reason: 'this protocol has no seed' },
      {
        path: 'contents[0].parts[1]',
        of: 'request',
        fate: 'dropped',
        reason: 'this protocol takes no audio',
      },
    ]);
  });

  it('tells losses of the answer apart', () => {
    const { losses, notes: into } = notes('chat', 'anthropic');
    into.note('logprobs told');
    expect(losses.told.map(({ of, path }) => `${of} ${path}`)).toEqual(['answer choices[].logprobs']);
  });
});
