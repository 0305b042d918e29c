import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { contextToken, wallTime } from '@signet/contracts';
import { thumbprint } from '@signet/token/keys';
import { describe, expect, it } from 'vitest';
import type { ContextKey } from '../ports/context-keys.ts';
import { contextKeyPeriod, deriveContextKeys } from './derive-keys.ts';

const master = new Uint8Array(32).fill(1);
const other = new Uint8Array(32).fill(2);
const noon = wallTime(20_000.5 * contextKeyPeriod);
const midnight = 20_001 * contextKeyPeriod;
const jwkOf = ({ x, y }: ContextKey) => ({ kty: 'EC', crv: 'P-256', x, y });

describe('the keys of context tokens', () => {
  it('are the same on every node that has the master key, and others for every other', () => {
    expect(deriveContextKeys([master], noon)).toEqual(deriveContextKeys([master], noon));
    const kids = deriveContextKeys([master], noon).map(({ kid }) => kid);
    const others = deriveContextKeys([other], noon).map(({ kid }) => kid);
    expect(new Set([...kids, ...others]).size).toBe(4);
  });

  it('are pairs that belong together, called by their thumbprints', async () => {
    for (const key of deriveContextKeys([master], noon)) {
      expect(key.kid).toBe(await thumbprint(jwkOf(key)));
      if (key.d === undefined) continue;
      const bytes = Buffer.from('what is signed');
      const secret = createPrivateKey({ key: { ...jwkOf(key), d: key.d }, format: 'jwk' });
      const shown = createPublicKey({ key: jwkOf(key), format: 'jwk' });
      expect(verify('sha256', bytes, shown, sign('sha256', bytes, secret))).toBe(true);
    }
  });

  it('have no private half of a day that is over, nor of the master key before', () => {
    const keys = deriveContextKeys([master, other], wallTime(midnight));
    expect(keys.map(({ d }) => d !== undefined)).toEqual([false, true, true, false, false, false]);
  });

  it('are published a day before they sign, and as long after it as a token of the last moment can be believed', () => {
    const [today, tomorrow] = deriveContextKeys([master], noon).map(({ kid }) => kid);
    const kidsAt = (time: number) => deriveContextKeys([master], wallTime(time)).map(({ kid }) => kid);
    const longest = (contextToken.longestLifetime + contextToken.mostSkew) * 1000;
    expect(kidsAt(midnight - 1)).toEqual([today, tomorrow]);
    expect(kidsAt(midnight + longest - 1)).toEqual([today, tomorrow, expect.any(String)]);
    expect(kidsAt(midnight + longest)).toEqual([tomorrow, expect.any(String)]);
    const [first] = deriveContextKeys([master], noon);
    expect([first?.from, first?.until]).toEqual([midnight - contextKeyPeriod, midnight]);
  });
});
