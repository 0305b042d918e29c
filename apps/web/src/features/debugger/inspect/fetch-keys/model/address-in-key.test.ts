import { expect, it } from 'vitest';
import { addressInKey } from './address-in-key.ts';

const address = 'https://login.example/jwks';

it('finds the address of keys that stands in the place of a key, and in nothing else', () => {
  expect(addressInKey(` ${address}\n`)).toBe(address);
  expect(addressInKey(JSON.stringify({ issuer: 'https://login.example', jwks_uri: address }))).toBe(address);
  for (const text of ['', 'a secret', '{"keys":[]}', `a secret with ${address}`])
    expect(addressInKey(text)).toBeUndefined();
});
