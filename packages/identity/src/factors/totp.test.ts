import { describe, expect, it } from 'vitest';
import { codeAt, findStep, keyUri, readCode, stepAt, toBase32 } from './totp.ts';

/** RFC 6238 appendix B; its codes have eight digits, of which the last six are what six digits would say. */
const secret = Buffer.from('12345678901234567890');

describe('a code of an authenticator app', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('is what RFC 6238 says at %d s', (seconds, code) => {
    expect(codeAt(secret, stepAt(seconds * 1000))).toBe(code.slice(2));
  });

  it('is taken one step early or late, and no further', () => {
    const now = 1111111109_000;
    const step = stepAt(now);
    const taken = [-2, -1, 0, 1, 2].map((away) => findStep(secret, codeAt(secret, step + away), now));
    expect(taken).toEqual([undefined, step - 1, step, step + 1, undefined]);
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('is not %j', (typed) => {
    expect(readCode(typed)).toBeUndefined();
  });

  it('is read with the gap that apps show in it', () => {
    expect(readCode(' 123 456 ')).toBe('123456');
  });
});

describe('what an app is told', () => {
  it('names issuer and account, and the secret as RFC 4648 §10 writes it', () => {
    expect(toBase32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(keyUri({ issuer: 'https://login.example', username: 'ada@x', secret })).toBe(
      'otpauth://totp/login.example:ada%40x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=login.example&algorithm=SHA1&digits=6&period=30',
    );
  });
});
