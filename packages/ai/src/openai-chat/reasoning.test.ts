import { describe, expect, it } from 'vitest';
import { Fields } from '../fields/fields.ts';
import { Losses } from '../model/loss.ts';
import { blocksOf, type Detail, isMixed, readReasoning, writeDetail } from './reasoning.ts';

const read = (value: object) =>
  readReasoning(new Fields(value, { path: '', of: 'request', losses: new Losses() }));

const anthropic = (value: string) => ({ maker: 'anthropic' as const, value });

describe('readReasoning', () => {
  it('says no text twice that a dialect writes twice', () => {
    const told = read({ reasoning: 'hm', reasoning_details: [{ type: 'reasoning.text', text: 'hm' }] });
    expect(blocksOf(told)).toEqual([{ text: 'hm', redacted: false }]);
  });

  it.each<{ blocks: readonly Detail[] }>([
    { blocks: [{ text: 'one', sealed: anthropic('s1'), redacted: false }] },
    {
      blocks: [
        { text: 'one', sealed: anthropic('s1'), redacted: false },
        { text: 'two', sealed: anthropic('s2'), redacted: false },
      ],
    },
    {
      blocks: [
        { text: '', sealed: anthropic('s1'), redacted: true },
        { text: 'two', redacted: false },
      ],
    },
    { blocks: [{ text: 'one', sealed: { maker: 'openai', value: 's1' }, redacted: false }] },
    { blocks: [{ text: 'one', sealed: { maker: 'google', value: 's1' }, redacted: false }] },
  ])('reads blocks as they were written ($blocks.0.text)', ({ blocks }) => {
    expect(blocksOf(read({ reasoning_details: blocks.map(writeDetail) }))).toEqual(blocks);
  });

  it('puts pieces together up to what seals them', () => {
    const pieces = [
      { text: 'o' },
      { text: 'ne' },
      { signature: 's1', format: 'anthropic-claude-v1' },
      { text: 'two' },
    ];
    expect(blocksOf(read({ reasoning_details: pieces }))).toEqual([
      { text: 'one', sealed: anthropic('s1'), redacted: false },
      { text: 'two', redacted: false },
    ]);
  });

  it('takes a seal without a text for that of the only text', () => {
    const seal = { signature: 's1', format: 'anthropic-claude-v1' };
    const told = read({ reasoning_content: 'hm', reasoning_details: [seal] });
    expect(isMixed(told)).toBe(false);
    expect(blocksOf(told)).toEqual([{ text: 'hm', sealed: anthropic('s1'), redacted: false }]);
    expect(isMixed(read({ reasoning_content: 'hm', reasoning_details: [seal, seal] }))).toBe(true);
  });
});
