import { describe, expect, it } from 'vitest';
import { decryptJwe, openDecryptionKeys } from '../jwe/decrypt-jwe.ts';
import { readGivenKeys } from '../keys/given-key.ts';
import { type PublishedVector, publishedVectors } from '../testing/published-vectors.ts';
import { inspectToken } from './inspect-token.ts';
import { openInspectionKeys } from './inspection-keys.ts';

interface Hostile extends PublishedVector<{ readonly code: string }> {
  readonly use: 'verify' | 'decrypt';
}

const vectors = publishedVectors<{ readonly code: string }>('hostile') as readonly Hostile[];
const now = 1_800_000_000;

describe('hostile tokens and keys', () => {
  it('are all here', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(154);
  });

  it.each(vectors)('$use, $note: $expected.code', async (vector) => {
    expect(await codeOf(vector)).toBe(vector.expected.code);
  });
});

async function codeOf({ use, key, token, payload }: Hostile): Promise<string> {
  const given = readGivenKeys(key);
  if (given.kind === 'refused') return given.refusal.code;
  const detached = payload === undefined ? {} : { payload };
  const policy = { keys: openInspectionKeys(given.key), checks: 'all', now, ...detached } as const;
  const { verdict } =
    use === 'verify'
      ? await inspectToken(token, policy)
      : await decryptJwe(token, { keys: openDecryptionKeys(given.key) });
  return verdict.verdict === 'verified' ? 'verified' : verdict.refusal.code;
}
