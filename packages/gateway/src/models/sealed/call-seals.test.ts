import type { Carried } from '@signet/ai';
import { describe, expect, it } from 'vitest';
import { CallSeals } from './call-seals.ts';

const secret = Buffer.alloc(32, 1);
const other = Buffer.alloc(32, 2);
const carried: Carried = {
  id: 'call_1',
  sealed: { maker: 'google', value: 'sealed-by-google' },
  thoughts: [{ text: 'Il fait beau, là-bas', sealed: { maker: 'anthropic', value: 'sealed' } }],
};
const ada = new CallSeals('ada', () => [secret]);
const id = ada.idOf(carried);

function bodyWith(...ids: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify({ said: 'déjà vu', ids }));
}

describe('an id that carries what is sealed', () => {
  it('is that of its provider again where its caller brings it back, and nothing else changes', () => {
    expect(ada.open(bodyWith(id, 'call_2', id))).toEqual({
      bytes: bodyWith('call_1', 'call_2', 'call_1'),
      carried: [carried],
    });
  });

  it('shows nothing of what it carries, and has letters that any protocol takes in an id', () => {
    expect(id).toMatch(/^[\w-]+$/);
    expect(Buffer.from(id.slice('signet-call-'.length), 'base64url').toString('latin1')).not.toContain(
      'sealed',
    );
  });

  it('is opened after a new key is there', () => {
    expect(new CallSeals('ada', () => [other, secret]).open(bodyWith(id)).carried).toEqual([carried]);
  });

  it.each([
    ['of another caller', new CallSeals('eve', () => [secret]), id],
    ['by another key', new CallSeals('ada', () => [other]), id],
    ['by no key', new CallSeals('ada', () => []), id],
    ['with another letter', ada, `${id.slice(0, -2)}${id.endsWith('AA') ? 'BB' : 'AA'}`],
    ['that is cut', ada, id.slice(0, -8)],
    ['that is longer', ada, `${id}AAAA`],
    ['that nobody sealed', ada, `signet-call-${'A'.repeat(80)}`],
    ['within more text', ada, `see ${id}`],
  ])('is left as it is: one %s', (_, seals, shown) => {
    expect(seals.open(bodyWith(shown))).toEqual({ bytes: bodyWith(shown), carried: [] });
  });

  it('carries a letter of a provider that JSON must escape', () => {
    const odd = { ...carried, id: 'call "é"\n' };
    const { bytes } = ada.open(bodyWith(ada.idOf(odd)));
    expect(JSON.parse(bytes.toString())).toEqual({ said: 'déjà vu', ids: [odd.id] });
  });

  it('stays that of its provider where it would be endless', () => {
    expect(ada.idOf({ ...carried, sealed: { maker: 'google', value: 'x'.repeat(40_000) } })).toBe('call_1');
  });
});
