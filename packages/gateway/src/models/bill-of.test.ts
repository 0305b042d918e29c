import { wallTime } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { billOf, type Seen } from './bill-of.ts';
import type { CompiledTarget } from './compiled-llm.ts';

const target: CompiledTarget = {
  ...{ provider: 'one', kind: 'anthropic', upstream: 'llm:one', model: 'claude-sonnet-4-5', key: undefined },
  ...{ prices: 'anthropic', firstEvent: 1, idle: 1, whole: 1 },
};
const said = { provenance: 'provider', input: 12, output: 29 } as const;
const seen: Seen = {
  ...{ wasSent: true, wasRefused: false, streams: true, ended: true },
  ...{ usage: said, sentBytes: 100, heardBytes: 40 },
};
const bill = (changes: Partial<Seen>, of: CompiledTarget = target) =>
  billOf({ ...seen, ...changes }, of, wallTime(1_770_000_000_000));

describe('what a provider bills', () => {
  it('is what it says, at its price', () => {
    expect(bill({})).toEqual({
      cost: { micros: 471, tokens: 41 },
      usage: { input: 12, output: 29 },
      provenance: 'provider',
      priced: true,
    });
  });

  it('is nothing where it was asked nothing, or said that it does not answer', () => {
    expect([bill({ wasSent: false }), bill({ wasRefused: true })]).toEqual(['nothing', 'nothing']);
  });

  it('is of a part what it said of that, and never less than what was heard', () => {
    const begun = { provenance: 'provider', input: 12, output: 1 } as const;
    expect(bill({ ended: false, usage: begun })).toMatchObject({
      usage: { input: 12, output: 20 },
      provenance: 'aborted-partial',
    });
    expect(bill({ ended: false, usage: said })).toMatchObject({ usage: { input: 12, output: 29 } });
  });

  it('is of a stream without a word of it what went and what came, counted from above', () => {
    expect(bill({ ended: false, usage: undefined })).toMatchObject({
      cost: { tokens: 70 },
      usage: { input: 50, output: 20 },
      provenance: 'aborted-partial',
    });
    expect(bill({ usage: undefined })).toMatchObject({ provenance: 'estimated' });
  });

  it('is as reserved for a whole answer that never came, or that does not say', () => {
    const whole = { streams: false, usage: undefined };
    expect(bill({ ...whole, ended: false })).toMatchObject({
      cost: 'as-reserved',
      provenance: 'aborted-partial',
    });
    expect(bill({ ...whole, ended: true })).toMatchObject({ cost: 'as-reserved', provenance: 'estimated' });
  });

  it('is of unknown price no money, and said to be so', () => {
    const unknown = { ...target, prices: undefined };
    expect(bill({}, unknown)).toMatchObject({ cost: { micros: 0, tokens: 41 }, priced: false });
    expect(bill({ streams: false, usage: undefined }, unknown)).toMatchObject({ priced: false });
  });

  it.each([-1, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER])('believes no count such as %d', (input) => {
    expect(bill({ usage: { ...said, input } })).toMatchObject({ usage: { input: 50, output: 20 } });
  });
});
