import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

const token = {
  module: '/usr/lib/softhsm/libsofthsm2.so',
  tokenLabel: 'Signet 1',
  pin: 'file:/etc/signet/pin',
  keys: { ES256: 'signet' },
};
const vault = { keys: { ES256: 'signet' } };

function read(signer: object, algorithm = 'ES256') {
  return readConfiguration(JSON.stringify({ identity: { keys: { algorithm, signer } } }), {
    fileName: 'signet.yaml',
  });
}

describe('where keys live', () => {
  it('is a token of PKCS#11, with labels as people give them', () => {
    const reading = read({ pkcs11: token });
    expect(reading.ok && reading.configuration.identity.keys.signer).toEqual({
      pkcs11: { ...token, pin: { kind: 'file', path: '/etc/signet/pin' } },
    });
  });

  it.each([
    ['both', { vault, pkcs11: token }, 'either `vault` or `pkcs11`'],
    ['neither', {}, 'either `vault` or `pkcs11`'],
  ])('is one place: not %s', (_, signer, expected) => {
    const reading = read(signer);
    expect(reading.ok ? [] : reading.problems.map((problem) => problem.expected)).toEqual([expected]);
  });

  it.each([
    ['a library that is looked for', { module: 'libsofthsm2.so' }, 'whole path'],
    ['a token label that begins like an option', { tokenLabel: '--so-pin=1' }, 'label of a token'],
    ['a token label that no token can have', { tokenLabel: 'x'.repeat(33) }, 'label of a token'],
    ['a key label that begins like an option', { keys: { ES256: '--login' } }, 'label of a key'],
    ['a key label for a shell', { keys: { ES256: 'a;$(id)' } }, 'label of a key'],
    ['a PIN that no reference can be', { pin: 'file:' }, '`file:PATH`'],
  ])('is not %s', (_, wrong, expected) => {
    const reading = read({ pkcs11: { ...token, ...wrong } });
    const problems = reading.ok ? [] : reading.problems;
    expect(problems.map((problem) => problem.expected)).toEqual([expect.stringContaining(expected)]);
  });

  it('has no EdDSA at PKCS#11, and a key for what the next key signs with', () => {
    const eddsa = read({ pkcs11: { ...token, keys: { EdDSA: 'signet' } } }, 'EdDSA');
    expect(eddsa.ok).toBe(false);
    for (const signer of [{ pkcs11: token }, { vault }]) {
      const reading = read(signer, 'RS256');
      expect(reading.ok ? [] : reading.problems.map(({ path }) => path)).toEqual(['identity.keys.algorithm']);
    }
  });
});
