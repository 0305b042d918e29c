import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { readGivenKeys } from '../keys/given-key.ts';
import { publishedVectors } from '../testing/published-vectors.ts';
import { decryptJwe, openDecryptionKeys } from './decrypt-jwe.ts';

const vectors = publishedVectors<{ readonly plaintext: string }>('jwe');

describe('encrypted tokens published in RFC 7516, 7517, 7519 and 7520', () => {
  it('are all here', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(47);
  });

  it.each(vectors)('$source ($note) opens as published', async ({ key, token, expected }) => {
    const given = readGivenKeys(key);
    if (given.kind === 'refused') throw new Error(given.refusal.code);
    const { verdict } = await decryptJwe(token, { keys: openDecryptionKeys(given.key) });
    expect(verdict).toMatchObject({ verdict: 'verified' });
    if (verdict.verdict === 'refused') return;
    expect(encodeBase64url(verdict.token.plaintext)).toBe(expected.plaintext);
  });
});
