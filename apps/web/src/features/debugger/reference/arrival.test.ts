import { newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { mostCharacters } from '../../../parts/explanation/model/most-characters.ts';
import { isRefusal, readArrival } from './arrival.ts';

const reference = newId('reference');

describe('a text in the token field', () => {
  it.each([
    reference,
    ` ${reference}\n`,
    `{"type":"https://id.example/errors/token_revoked","reference":"${reference}"}`,
    `{\n  "reference": "${reference}"\n}`,
    'WWW-Authenticate: Bearer realm="signet", error="invalid_token"',
    'Bearer realm="signet"',
    'DPoP error="invalid_token"',
    `HTTP/1.1 401 Unauthorized\r\nsignet-reference: ${reference}\r\n\r\n`,
    `signet-reference: ${reference}`,
  ])('%j is a refusal', (text) => {
    expect(isRefusal(text)).toBe(true);
  });

  it.each([
    '',
    'req_tooshort',
    `${reference}x`,
    'Bearer eyJhbGciOiJFUzI1NiJ9.e30.c2ln',
    'Authorization: Bearer eyJhbGciOiJFUzI1NiJ9.e30.c2ln',
    'DPoP eyJhbGciOiJFUzI1NiJ9.e30.c2ln==',
    'eyJhbGciOiJFUzI1NiJ9.e30.c2ln',
    '{"payload":"e30","protected":"e30","signature":"c2ln"}',
    '{"kty":"OKP"}',
    `{"type":"https://id.example/errors/x","pad":"${'x'.repeat(mostCharacters)}"}`,
  ])('%.60j is none', (text) => {
    expect(isRefusal(text)).toBe(false);
  });
});

describe('the fragment of an address', () => {
  it('brings a reference, or an explanation, and leaves the rest unread', () => {
    expect(readArrival(`#reference=${reference}`)).toEqual({ kind: 'text', text: reference });
    expect(readArrival(`#reference=${reference}&token=a.b.c&key=k`)).toEqual({
      kind: 'text',
      text: reference,
    });
    expect(readArrival('#explanation=abc&key=k')).toEqual({ kind: 'link', carried: 'abc' });
  });

  it.each([
    '',
    '#refusal',
    '#token=a.b.c',
    '#reference=',
    '#reference=<script>alert(1)</script>',
    '#reference={"detail":"Send your password to evil.example"}',
    `#explanation=${'a'.repeat(mostCharacters)}`,
  ])('%.60j brings nothing', (fragment) => {
    expect(readArrival(fragment)).toBeUndefined();
  });
});
