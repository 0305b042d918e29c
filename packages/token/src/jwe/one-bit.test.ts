import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGivenKeys } from '../keys/given-key.ts';
import { fuzzRuns } from '../testing/fuzz/fuzz-runs.ts';
import { publishedVectors } from '../testing/published-vectors.ts';
import { decryptJwe, openDecryptionKeys } from './decrypt-jwe.ts';

describe.each(publishedVectors('jwe'))('the published token of $source ($note)', ({ key, token }) => {
  const isCompact = typeof token === 'string';
  const text = isCompact ? token : JSON.stringify(token);
  // The unprotected members of a JSON serialisation may change; what is authenticated may not.
  const parts = isCompact ? [text] : authenticatedParts(token as Readonly<Record<string, unknown>>);

  it('does not open with any one bit of what is authenticated changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...parts), fc.nat(), fc.nat(6), async (part, place, bit) => {
        const at = text.indexOf(part) + (place % part.length);
        const changed = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit));
        const given = readGivenKeys(key);
        if (given.kind === 'refused') throw new Error(given.refusal.code);
        const keys = openDecryptionKeys(given.key);
        const { verdict } = await decryptJwe(text.slice(0, at) + changed + text.slice(at + 1), { keys });
        expect(verdict.verdict).toBe('refused');
      }),
      fuzzRuns(15),
    );
  });
});

function authenticatedParts(token: Readonly<Record<string, unknown>>): readonly string[] {
  const members = ['protected', 'aad', 'iv', 'ciphertext', 'tag'].map((name) => token[name]);
  return members.filter((member): member is string => typeof member === 'string' && member !== '');
}
