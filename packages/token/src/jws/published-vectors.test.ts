import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { readGivenKeys } from '../keys/given-key.ts';
import { publishedVectors } from '../testing/published-vectors.ts';
import { inspectToken } from './inspect-token.ts';
import { openInspectionKeys } from './inspection-keys.ts';

const vectors = publishedVectors<{
  readonly valid: boolean;
  readonly code?: string;
  readonly payload?: string;
}>('jws-forms');

describe('serialisations published in RFC 7515, 7519, 7520 and 7797', () => {
  it('are all here', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(31);
  });

  it.each(vectors)('$source ($note) answers as published', async ({ key, token, payload, expected }) => {
    const given = readGivenKeys(key);
    if (given.kind === 'refused') throw new Error(given.refusal.code);
    const detached = payload === undefined ? {} : { payload };
    const keys = openInspectionKeys(given.key);
    const { verdict } = await inspectToken(token, { keys, checks: 'signature', now: 0, ...detached });
    if (verdict.verdict === 'refused')
      expect([false, expected.code]).toEqual([expected.valid, verdict.refusal.code]);
    else expect([true, encodeBase64url(verdict.token.payload)]).toEqual([expected.valid, expected.payload]);
  });
});
