import { newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { newRecoveryCodes, readRecoveryCode } from './recovery-codes.ts';

const account = newId('account');
const { codes, hashes } = newRecoveryCodes(account, (bytes) => crypto.getRandomValues(bytes));

describe('recovery codes', () => {
  it('are ten, each another, of four groups that can be read aloud', () => {
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  });

  it('are read however they were copied, and stored as a hash that holds for this account alone', () => {
    const [code = ''] = codes;
    for (const typed of [code, code.toUpperCase(), code.replace(/-/g, ' '), code.replace(/1/g, 'l')]) {
      expect(readRecoveryCode(account, typed)).toBe(hashes[0]);
    }
    expect(readRecoveryCode(newId('account'), code)).not.toBe(hashes[0]);
    expect(JSON.stringify(hashes)).not.toContain(code.slice(0, 4));
  });

  it.each(['', '123456', 'k3wm-0v7x-92hd-qnp', 'k3wm-0v7x-92hd-qnpu'])('are not %j', (typed) => {
    expect(readRecoveryCode(account, typed)).toBeUndefined();
  });
});
