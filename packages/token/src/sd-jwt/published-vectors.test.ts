import { describe, expect, it } from 'vitest';
import { inspectToken } from '../jws/inspect-token.ts';
import { openInspectionKeys } from '../jws/inspection-keys.ts';
import { readGivenKeys } from '../keys/given-key.ts';
import { publishedVectors } from '../testing/published-vectors.ts';
import { readSdJwt } from './read-sd-jwt.ts';

const vectors = publishedVectors<{ readonly claims: object; readonly bound: boolean }>('sd-jwt');

async function verdictOf(token: string, key: unknown): Promise<string> {
  const given = readGivenKeys(key);
  if (given.kind === 'refused') throw new Error(given.refusal.code);
  const keys = openInspectionKeys(given.key);
  return (await inspectToken(token, { keys, checks: 'signature', now: 0 })).verdict.verdict;
}

describe('SD-JWTs published in RFC 9901', () => {
  it('are all here', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(4);
  });

  it.each(vectors)('$source ($note) gives the claims as published', async ({ key, token, expected }) => {
    const read = await readSdJwt(String(token));
    expect(read).toMatchObject({ claims: expected.claims, findings: [] });
    expect(read?.disclosures.filter(({ path }) => path === undefined)).toEqual([]);
    expect(read?.keyBinding?.sdHash).toBe(expected.bound ? 'right' : undefined);
    expect(await verdictOf(read?.token.token ?? '', key)).toBe('verified');
  });

  it.each(vectors.filter(({ expected }) => expected.bound))(
    '$source ($note) is bound to the key of its holder',
    async ({ token }) => {
      const read = await readSdJwt(String(token));
      const { cnf } = Object(read?.claims);
      expect(await verdictOf(read?.keyBinding?.token.token ?? '', Object(cnf).jwk)).toBe('verified');
    },
  );
});
