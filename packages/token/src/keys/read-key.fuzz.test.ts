import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeKey } from '../describe-key/describe-key.ts';
import { keyTexts } from '../testing/fuzz/corpus.ts';
import { fuzzRuns } from '../testing/fuzz/fuzz-runs.ts';
import { mutated } from '../testing/fuzz/mutation.ts';
import { readGivenKeys } from './given-key.ts';
import { importVerificationKey } from './import-key.ts';
import { jwkOfText } from './key-conversion.ts';
import { readKey } from './read-key.ts';

const texts = mutated(keyTexts);
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'];

it('recognises any text as a key of some kind, or refuses it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const reading = readKey(text);
      if (reading.kind === 'secret') expect(reading.secret).toBe(text);
      if (reading.kind === 'jwks') expect(Array.isArray(reading.keys)).toBe(true);
      if (reading.kind === 'jwk') expect(reading.jwk).toHaveProperty('kty');
      if (reading.kind === 'pem') expect(readKey(reading.pem)).toMatchObject({ kind: 'pem' });
    }),
    fuzzRuns(3000),
  );
});

it('takes any text or JSON as a given key, or refuses it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const value of [text, parsed(text), { secret: text, encoding: 'base64' }]) {
        const given = readGivenKeys(value);
        if (given.kind === 'key') expect(given.key.keys.length).toBeGreaterThan(0);
        else expect(given.refusal.sentence).not.toBe('');
      }
    }),
    fuzzRuns(2000),
  );
});

it('describes any key by its public half alone', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const described = await describeKey(text, { now: 1_700_000_000 });
      if (described.kind === 'refused') return;
      for (const { publicJwk = {}, name, bits = 0 } of described.keys) {
        expect(Object.keys(publicJwk).filter((member) => privateMembers.includes(member))).toEqual([]);
        expect(name).not.toBe('');
        expect(Number.isInteger(bits) && bits >= 0).toBe(true);
      }
    }),
    fuzzRuns(1000),
  );
});

it('turns any key into a JWK or refuses it, and imports it or refuses it', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const jwk = await jwkOfText(text);
      if (jwk.kind === 'refused') return;
      for (const algorithm of ['RS256', 'ES256', 'EdDSA', 'HS256'] as const) {
        const imported = await importVerificationKey({ from: 'jwk', jwk: jwk.key }, algorithm);
        expect(['key', 'refused']).toContain(imported.kind);
      }
    }),
    fuzzRuns(500),
  );
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
