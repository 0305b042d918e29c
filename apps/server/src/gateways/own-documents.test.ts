import { describe, expect, it } from 'vitest';
import { withOwnDocuments } from './own-documents.ts';

const limits = { maxBytes: 1000, timeoutMs: 1000, reach: 'anywhere' } as const;
const documents = new Map([['/.well-known/jwks.json', '{"keys":[]}']]);

/** Fetches as the gateway of `issuer` does, and tells what was asked of the network. */
async function fetched(issuer: string, address: string) {
  const asked: string[] = [];
  const fetchDocument = withOwnDocuments(
    issuer,
    (path) => documents.get(path),
    async (url) => {
      asked.push(url);
      return 'from elsewhere';
    },
  );
  const answer = await fetchDocument(address, limits).catch((error: unknown) => String(error));
  return { answer, asked };
}

describe('the documents of our own issuer', () => {
  it.each(['http://localhost:9000', 'http://localhost:80', 'https://login.example'])(
    'of %s are read without asking anybody',
    async (issuer) => {
      const { answer, asked } = await fetched(issuer, `${issuer}/.well-known/jwks.json`);
      expect({ answer, asked }).toEqual({ answer: '{"keys":[]}', asked: [] });
    },
  );

  it.each(['http://localhost:9000/keys', 'http://localhost:9000/.well-known/jwks.json?x'])(
    '%s is none of them, and nobody who may listen there is asked',
    async (address) => {
      const { answer, asked } = await fetched('http://localhost:9000', address);
      expect(asked).toEqual([]);
      expect(answer).toContain('publishes nothing');
    },
  );

  it.each([
    ['https://login.example', 'https://login.example/partner/jwks'],
    ['https://login.example', 'https://partner.example/.well-known/jwks.json'],
    ['http://localhost:9000', 'http://localhost:9001/.well-known/jwks.json'],
    ['http://localhost:9000', 'https://localhost:9000/.well-known/jwks.json'],
  ])('of %s leave %s to the network', async (issuer, address) => {
    expect(await fetched(issuer, address)).toEqual({ answer: 'from elsewhere', asked: [address] });
  });
});
