import { expect, it } from 'vitest';
import { bedrockCredential } from './bedrock-credential.ts';

const request = {
  host: 'bedrock-runtime.eu-central-1.amazonaws.com',
  path: '/model/anthropic.claude-v1%3A0/converse',
  body: Buffer.from('{}'),
  region: 'eu-central-1',
  at: Date.UTC(2026, 10, 30),
};
const id = 'AKIDEXAMPLEAKIDEXAMPLE';
const secret = 'nobodys/secret+of+an+example/0123456789A';

it('shows no secret: it signs by it', () => {
  const shown = bedrockCredential(`${id}:${secret}`, request) ?? [];
  expect(shown.join(' ')).not.toContain(secret);
  expect(shown).toEqual([
    'x-amz-date',
    '20261130T000000Z',
    'authorization',
    expect.stringMatching(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLEAKIDEXAMPLE\/20261130\/eu-central-1\/bedrock\/aws4_request, /,
    ),
  ]);
});

it('signs the token of a session with the rest', () => {
  const shown = bedrockCredential(`${id}:${secret}:c2Vzc2lvbg==`, request) ?? [];
  expect(shown.slice(2, 4)).toEqual(['x-amz-security-token', 'c2Vzc2lvbg==']);
  expect(shown.at(-1)).toContain('SignedHeaders=content-type;host;x-amz-date;x-amz-security-token,');
});

it('shows a key of Bedrock itself', () => {
  expect(bedrockCredential('bedrock-api-key-of-nobody', request)).toEqual([
    'authorization',
    'Bearer bedrock-api-key-of-nobody',
  ]);
});

it.each([
  ['a pair that is none', `${secret}:${id}`],
  ['a pair with a piece too many', `${id}:${secret}:a:b`],
  ['a pair without its secret', `${id}:`],
  ['a key with a blank', 'two words'],
  ['a key that would end its header', 'a\r\nx-amz-date'],
])('shows nothing of %s', (_, key) => {
  expect(bedrockCredential(key, request)).toBeUndefined();
});
