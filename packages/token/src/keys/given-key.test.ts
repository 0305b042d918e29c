import { describe, expect, it } from 'vitest';
import { readGivenKeys } from './given-key.ts';

describe('readGivenKeys', () => {
  it('refuses a JWK that has a member twice, as readers differ in which they take', () => {
    const text = '{"kty":"oct","k":"AAAA","k":"BBBB"}';
    expect(readGivenKeys(text)).toMatchObject({ kind: 'refused', refusal: { code: 'key_unreadable' } });
  });

  it.each(['use', 'key_ops', 'alg', 'kty', 'crv'])('answers a JWK whose %s nests without an end', (name) => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = `{"kty":"EC","crv":"P-256","${name}":${deep}}`;
    expect(readGivenKeys(text).kind).toBe('refused');
    // As a line of JSON gives it, where nothing bounds the depth before.
    expect(readGivenKeys(JSON.parse(text))).toMatchObject({ kind: 'refused', refusal: { member: name } });
  });
});
