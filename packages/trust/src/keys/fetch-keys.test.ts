import { describe, expect, it } from 'vitest';
import type { FetchLimits } from '../ports/fetch-document.ts';
import { fetchKeys } from './fetch-keys.ts';
import type { PublishedIssuer } from './key-source.ts';

function issuer(url: string, allowInsecure = false): PublishedIssuer {
  return { issuer: 'https://id.example', keys: { from: 'discovery', url, allowInsecure } };
}

/** Fetches from documents in memory, and tells with which limits each was asked for. */
async function fetched(url: string, jwksUri: string, allowInsecure?: boolean) {
  const asked: [string, FetchLimits['reach']][] = [];
  const discovery = JSON.stringify({ issuer: 'https://id.example', jwks_uri: jwksUri });
  await fetchKeys(issuer(url, allowInsecure), async (address, { reach }) => {
    asked.push([address, reach]);
    return asked.length === 1 ? discovery : '{"keys":[]}';
  });
  return asked;
}

describe('fetchKeys', () => {
  it('goes where the operator said, and on the same host where the document says', async () => {
    expect(await fetched('https://id.example/d', 'https://id.example/jwks')).toEqual([
      ['https://id.example/d', 'anywhere'],
      ['https://id.example/jwks', 'anywhere'],
    ]);
  });

  it('goes to another host only if that is public', async () => {
    const asked = await fetched('https://id.example/d', 'https://keys.example/jwks');
    expect(asked[1]).toEqual(['https://keys.example/jwks', 'public']);
  });

  it.each([
    ['http://id.example/d', 'https://id.example/jwks'],
    ['https://id.example/d', 'http://id.example/jwks'],
    ['https://id.example/d', 'http://127.0.0.1/jwks'],
    ['https://id.example/d', 'https://localhost/jwks'],
    ['https://id.example/d', 'file:///etc/passwd'],
    ['https://id.example/d', 'https://user:pass@id.example/jwks'],
    ['https://id.example/d', 'no url'],
  ])('does not follow %s to %s', async (url, jwks) => {
    await expect(fetched(url, jwks)).rejects.toThrow(/keys|jwks_uri/i);
  });

  it('goes by http to this machine, and elsewhere only when that is allowed loudly', async () => {
    expect(await fetched('http://localhost:9000/d', 'http://localhost:9000/jwks')).toHaveLength(2);
    expect(await fetched('http://id.internal/d', 'http://id.internal/jwks', true)).toHaveLength(2);
  });
});
