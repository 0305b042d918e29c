import { steadyTime } from '@signet/contracts';
import { openedPlain } from '@signet/contracts/testing';
import { expect, it } from 'vitest';
import { usedTokensContract } from './used-tokens.contract.ts';
import { createMemoryUsedTokens } from './used-tokens.memory.ts';

const minute = 60_000;

usedTokensContract(
  'memory',
  openedPlain(() => createMemoryUsedTokens()),
);

it('takes no more than it has room for, forgets none for another, and goes on when some are over', () => {
  const used = createMemoryUsedTokens(3);
  for (const each of ['a', 'b', 'c']) expect(used.use(each, minute, steadyTime(0))).toBe(true);
  for (let call = 0; call < 10; call += 1)
    expect(() => used.use(`d${call}`, minute, steadyTime(0))).toThrow('room for no more');
  expect(used.use('a', minute, steadyTime(0))).toBe(false);
  expect(used.use('d', minute, steadyTime(2 * minute))).toBe(true);
  expect(used.size).toBe(1);
});
