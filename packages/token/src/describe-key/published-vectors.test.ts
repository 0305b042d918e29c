import { describe, expect, it } from 'vitest';
import { publishedVectors } from '../testing/published-vectors.ts';
import { describeKey } from './describe-key.ts';

const vectors = publishedVectors<{ readonly keys: readonly object[] }>('keys');

describe('keys published in RFC 7517, 7638, 8037 and 9449', () => {
  it('are all here', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(8);
  });

  it.each(vectors)('$source ($note) are described as published', async ({ key, expected }) => {
    expect(await describeKey(JSON.stringify(key))).toMatchObject({ kind: 'keys', keys: expected.keys });
  });
});
