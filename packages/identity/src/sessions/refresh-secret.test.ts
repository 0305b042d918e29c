import { describe, expect, it } from 'vitest';
import { hashOf, isRefreshSecret, newRefreshSecret, successorOf } from './refresh-secret.ts';

const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
const key = random(new Uint8Array(32));

describe('a refresh secret', () => {
  it('has one successor, which needs the rotation key', () => {
    const secret = newRefreshSecret(random);
    expect(successorOf(secret, key)).toBe(successorOf(secret, key));
    expect(successorOf(secret, random(new Uint8Array(32)))).not.toBe(successorOf(secret, key));
    expect(isRefreshSecret(successorOf(secret, key))).toBe(true);
  });

  it('is stored as a hash that does not contain it', () => {
    const secret = newRefreshSecret(random);
    expect(hashOf(secret)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['', 'short', `${'a'.repeat(43)}\n`, `${'a'.repeat(42)}=`, 'a'.repeat(44), `${'a'.repeat(42)};`])(
    'cannot be %j',
    (text) => {
      expect(isRefreshSecret(text)).toBe(false);
    },
  );
});
