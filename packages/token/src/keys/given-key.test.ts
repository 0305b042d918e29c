import { describe, expect, it } from 'vitest';
import { importInspectionKey } from '../jws/import-inspection-key.ts';
import { readGivenKeys } from './given-key.ts';

describe('readGivenKeys', () => {
  it('refuses a JWK that has a member twice, as readers differ in which they take', () => {
    const text = '{"kty":"oct","k":"AAAA","k":"BBBB"}';
    expect(readGivenKeys(text)).toMatchObject({ kind: 'refused', refusal: { code: 'key_unreadable' } });
  });

  it.each(['use', 'key_ops', 'alg', 'kty', 'crv'])(
    'answers a JWK whose %s nests without an end',
    async (name) => {
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      const text = `{"kty":"EC","crv":"P-256","${name}":${deep}}`;
      expect(readGivenKeys(text).kind).toBe('refused');
      // As a line of JSON gives it, where nothing bounds the depth before.
      const given = readGivenKeys(JSON.parse(text));
      const [key] = given.kind === 'key' ? given.key.keys : [];
      if (key === undefined) throw new Error('no key');
      expect(await importInspectionKey(key, 'ES256')).toMatchObject({ kind: 'refused' });
    },
  );
});
