import { describe, expect, it } from 'vitest';
import { CallOrder, type CallStep } from './call-order.ts';
import type { CallPiece } from './read-calls.ts';

const piece = (index: number | undefined, more: Partial<CallPiece>): CallPiece => ({
  ...(index === undefined ? {} : { index }),
  custom: false,
  json: '',
  ...more,
});

/** Each call as its id, its name and its arguments, in order; what is broken by its kind. */
function calls(pieces: readonly CallPiece[]): readonly string[] {
  const order = new CallOrder((count) => `made_${count}`);
  const steps: readonly CallStep[] = [...pieces.flatMap((each) => order.read(each)), ...order.end()];
  return steps.map((step) => {
    if (step.kind === 'begin') return `${step.id} ${step.name}${step.renamed ? ' renamed' : ''}`;
    return step.kind === 'more' ? step.json : step.kind;
  });
}

describe('CallOrder', () => {
  it('passes on a call as it comes', () => {
    const order = new CallOrder(() => 'made');
    expect(order.read(piece(0, { id: 'a', name: 'f' }))).toHaveLength(1);
    expect(order.read(piece(0, { json: '{"x"' }))).toEqual([{ kind: 'more', json: '{"x"' }]);
    expect(order.read(piece(0, { json: ':1}' }))).toEqual([{ kind: 'more', json: ':1}' }]);
    expect(order.end()).toEqual([{ kind: 'end' }]);
  });

  it('takes an empty id and a repeated one for the same call', () => {
    const all = [
      piece(1, { id: 'a', name: 'f' }),
      piece(1, { json: '{' }),
      piece(1, { id: 'a', name: 'f', json: '}' }),
    ];
    expect(calls(all)).toEqual(['a f', '{', '}', 'end']);
  });

  it('puts calls that are written in turns one after the other, and loses nothing of them', () => {
    const all = [
      piece(0, { id: 'a', name: 'f', json: '{"x":' }),
      piece(1, { id: 'b', name: 'g', json: '{"y":' }),
      piece(0, { json: '1}' }),
      piece(1, { json: '2}' }),
    ];
    expect(calls(all)).toEqual(['a f', '{"x":', '1}', 'end', 'b g', '{"y":2}', 'end']);
  });

  it('begins all that waited, in order, when the answer is over', () => {
    const all = [
      piece(0, { id: 'a', name: 'f', json: '' }),
      piece(1, { id: 'b', name: 'g', json: '{}' }),
      piece(2, { id: 'c', name: 'h', json: '' }),
    ];
    expect(calls(all)).toEqual(['a f', 'end', 'b g', '{}', 'end', 'c h', 'end']);
  });

  it('takes another id under the same number for another call, as all of Google are numbered 0', () => {
    const all = [piece(0, { id: 'a', name: 'f', json: '{}' }), piece(0, { id: 'b', name: 'f', json: '{}' })];
    expect(calls(all)).toEqual(['a f', '{}', 'end', 'b f', '{}', 'end']);
  });

  it('goes on with the last call where calls are not numbered', () => {
    const all = [
      piece(undefined, { id: 'a', name: 'f', json: '{' }),
      piece(undefined, { json: '}' }),
      piece(undefined, { id: 'b', name: 'g', json: '{}' }),
    ];
    expect(calls(all)).toEqual(['a f', '{', '}', 'end', 'b g', '{}', 'end']);
  });

  it('gives a call without an id one, and another one to a call whose id was there before', () => {
    const all = [
      piece(0, { id: 'a', name: 'f', json: '{}' }),
      piece(1, { id: 'a', name: 'f', json: '{}' }),
      piece(2, { name: 'g', json: '{}' }),
    ];
    expect(calls(all).filter((word) => word.includes(' '))).toEqual(['a f', 'made_1 f renamed', 'made_2 g']);
  });

  it('says that it is broken where more comes of a call that was over, or a call has no name', () => {
    const over = [piece(0, { id: 'a', name: 'f', json: '{}' }), piece(1, { id: 'b', name: 'g', json: '{}' })];
    expect(calls([...over, piece(0, { json: ' ' })])).not.toContain('broken');
    expect(calls([...over, piece(0, { json: '{"x":1}' })])).toContain('broken');
    expect(calls([piece(0, { json: '{}' })])).toEqual(['broken']);
  });

  it('keeps arguments that are cut in mid-string as they are', () => {
    expect(calls([piece(0, { id: 'a', name: 'f', json: '{"x":"ha' })])).toEqual(['a f', '{"x":"ha', 'end']);
  });
});
