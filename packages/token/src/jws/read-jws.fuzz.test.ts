import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { decryptJwe, openDecryptionKeys } from '../jwe/decrypt-jwe.ts';
import { readJwe } from '../jwe/read-jwe.ts';
import { readGivenKeys } from '../keys/given-key.ts';
import { readSdJwt } from '../sd-jwt/read-sd-jwt.ts';
import { tokenTexts } from '../testing/fuzz/corpus.ts';
import { fuzzRuns } from '../testing/fuzz/fuzz-runs.ts';
import { mutated } from '../testing/fuzz/mutation.ts';
import { publishedVectors } from '../testing/published-vectors.ts';
import { inspectToken } from './inspect-token.ts';
import { openInspectionKeys } from './inspection-keys.ts';
import { readJws } from './read-jws.ts';

const texts = mutated(tokenTexts);
const mostBytes = 64 * 1024;
const originals = new Set(tokenTexts);

it('reads any text as a JWS of at most sixteen signatures, in its one spelling, or refuses it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const read = readJws(text, mostBytes);
      if (read.verdict === 'refused') return;
      const { signatures, form, payload = '' } = read.token;
      expect(signatures.length).toBeLessThanOrEqual(16);
      for (const { header, protectedHeader } of signatures) expect(header).toMatchObject(protectedHeader);
      if (form !== 'compact') return;
      const [{ encodedHeader, signature }] = signatures;
      expect([encodedHeader, payload, encodeBase64url(signature)].join('.')).toBe(text);
    }),
    fuzzRuns(3000),
  );
});

it('reads any text as a JWE of at most sixteen recipients, in its one spelling, or refuses it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const read = readJwe(text, mostBytes);
      if (read.verdict === 'refused') return;
      const { form, content, recipients } = read.token;
      expect(recipients.length).toBeLessThanOrEqual(16);
      for (const { header } of recipients) expect(header).toMatchObject(content.protectedHeader);
      if (form !== 'compact') return;
      const { encodedHeader, iv, ciphertext, tag } = content;
      const bytes = [recipients[0]?.encryptedKey ?? iv, iv, ciphertext, tag].map((part) =>
        encodeBase64url(part),
      );
      expect([encodedHeader, ...bytes].join('.')).toBe(text);
    }),
    fuzzRuns(3000),
  );
});

it('takes any SD-JWT apart, with each disclosure once and only the issuer’s claims', async () => {
  const parts = fc.array(texts, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(parts, async (list) => {
      const read = await readSdJwt(list.join('~'));
      const digests = read?.disclosures.map(({ digest }) => digest) ?? [];
      expect(new Set(digests).size).toBe(digests.length);
      for (const { rule } of read?.findings ?? []) expect(rule).toMatch(/^sd-jwt\//);
    }),
    fuzzRuns(1500),
  );
});

it('verifies no token that differs from the published one', async () => {
  const vectors = publishedVectors<{ readonly valid: boolean }>('jws-forms').filter(isCompact);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...vectors), texts, async ({ key, payload }, text) => {
      const given = readGivenKeys(key);
      if (given.kind === 'refused') throw new Error(given.refusal.code);
      const keys = openInspectionKeys(given.key);
      const detached = payload === undefined ? {} : { payload };
      const { verdict } = await inspectToken(text, { keys, checks: 'signature', now: 0, ...detached });
      if (verdict.verdict === 'verified' && verdict.token.form === 'compact')
        expect(originals).toContain(text);
    }),
    fuzzRuns(1000),
  );
});

it('opens no token that differs from the published one', async () => {
  // Passwords cost their million rounds on purpose, and have a test of their own.
  const vectors = publishedVectors<unknown>('jwe').filter(isCompact).filter(hasNoPassword);
  const each = fc
    .constantFrom(...vectors)
    .chain(({ key, token }) => fc.tuple(fc.constant(key), mutated([token])));
  await fc.assert(
    fc.asyncProperty(each, async ([key, text]) => {
      const given = readGivenKeys(key);
      if (given.kind === 'refused') throw new Error(given.refusal.code);
      const { verdict } = await decryptJwe(text, { keys: openDecryptionKeys(given.key) });
      if (verdict.verdict === 'verified') expect(originals).toContain(text);
    }),
    fuzzRuns(400),
  );
});

function isCompact<Vector extends { readonly token: unknown }>(
  vector: Vector,
): vector is Vector & { readonly token: string } {
  return typeof vector.token === 'string';
}

function hasNoPassword({ token }: { readonly token: string }): boolean {
  return !Buffer.from(token.split('.')[0] ?? '', 'base64url')
    .toString()
    .includes('PBES2');
}
