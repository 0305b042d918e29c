import { describe, expect, it } from 'vitest';
import { beginFamily, type Family, presentToken } from './token-family.ts';

const states = (family: Family) => family.map(({ state }) => state);
const tokenAt = (family: Family, index: number) => family[index]?.token ?? '';

describe('a family of refresh tokens', () => {
  it('gives a successor for the current token, which works once', async () => {
    const first = await beginFamily();
    const second = await presentToken(first, tokenAt(first, 0));
    expect(states(second)).toEqual(['used', 'current']);
    expect(tokenAt(second, 1)).not.toBe(tokenAt(first, 0));
  });

  it('ends when a used token comes again, for the thief and the rightful holder alike', async () => {
    const first = await beginFamily();
    const second = await presentToken(first, tokenAt(first, 0));
    const caught = await presentToken(second, tokenAt(first, 0));
    expect(states(caught)).toEqual(['ended', 'ended']);
    expect(await presentToken(caught, tokenAt(second, 1))).toBe(caught);
  });

  it('does not end because of a token that it never gave', async () => {
    const family = await beginFamily();
    expect(await presentToken(family, 'made up')).toBe(family);
  });
});
