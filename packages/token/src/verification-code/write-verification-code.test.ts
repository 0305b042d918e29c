import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToken } from '../parse/parse-token.ts';
import { rawToken } from '../testing/raw-token.ts';
import type { CodeRequest } from './code-request.ts';
import { codeSuggestion } from './code-suggestion.ts';
import { codeStacks } from './stacks.ts';
import { writeVerificationCode } from './write-verification-code.ts';

const request: CodeRequest = {
  stack: 'node',
  algorithm: 'ES256',
  issuer: 'https://login.example',
  audience: 'https://api.example',
  type: 'at+jwt',
  clockSkew: 30,
  key: { from: 'pem', path: 'public.pem' },
};

describe('writeVerificationCode', () => {
  it.each(codeStacks.map(({ stack }) => stack))(
    'writes %s with every expectation and what to install',
    (stack) => {
      const written = writeVerificationCode({ ...request, stack });
      expect(written).toMatchObject({ kind: 'written', stack, install: expect.stringMatching(/\w/) });
      const { code } = written as { code: string };
      for (const word of ['ES256', 'https://login.example', 'https://api.example', 'at+jwt', 'public.pem'])
        expect(code).toContain(word);
      expect(code.endsWith('\n')).toBe(true);
    },
  );

  it('says which code was run, and which was only parsed', () => {
    const proofs = codeStacks.map(({ stack }) => {
      const written = writeVerificationCode({ ...request, stack });
      return [stack, written.kind === 'written' ? written.proof : written.refusal.code];
    });
    expect(Object.fromEntries(proofs)).toEqual({
      node: 'run',
      express: 'run',
      fastify: 'run',
      python: 'run',
      go: 'run',
      java: 'parsed',
      csharp: 'parsed',
    });
  });

  it('keeps all but printable ASCII out of the code', () => {
    const text = fc
      .array(fc.integer({ min: 0, max: 0x10ffff }), { minLength: 1, maxLength: 50 })
      .map((points) => String.fromCodePoint(...points))
      .filter((each) => each.isWellFormed());
    fc.assert(
      fc.property(fc.constantFrom(...codeStacks), text, text, ({ stack }, issuer, audience) => {
        const written = writeVerificationCode({ ...request, stack, issuer, audience });
        return written.kind === 'written' && /^[\n\t -~]+$/.test(written.code);
      }),
    );
  });

  it.each<[string, Partial<CodeRequest>]>([
    ['algorithm_unsupported', { algorithm: 'none' }],
    ['algorithm_unsupported', { algorithm: '' }],
    ['algorithm_unsupported', { algorithm: 'ES256K' }],
    ['algorithm_unsupported', { stack: 'csharp', algorithm: 'EdDSA' }],
    ['issuer_missing', { issuer: '' }],
    ['audience_missing', { audience: '' }],
    ['value_unsuitable', { issuer: '\ud800' }],
    ['value_unsuitable', { audience: 'a'.repeat(2049) }],
    ['value_unsuitable', { key: { from: 'pem', path: '' } }],
    [
      'value_unsuitable',
      { algorithm: 'HS256', key: { from: 'secret', variable: 'A"+evil', encoding: 'hex' } },
    ],
    ['skew_unsuitable', { clockSkew: 601 }],
    ['skew_unsuitable', { clockSkew: Number.NaN }],
    ['key_unsuitable', { algorithm: 'HS256' }],
    ['key_unsuitable', { key: { from: 'secret', variable: 'SECRET', encoding: 'hex' } }],
    ['url_unsafe', { key: { from: 'jwks', url: 'http://login.example/keys' } }],
    ['url_unsafe', { key: { from: 'jwks', url: 'https://me:pass@login.example/keys' } }],
    ['url_unsafe', { key: { from: 'jwks', url: 'file:///etc/passwd' } }],
  ])('answers %s to %j', (code, changes) => {
    expect(writeVerificationCode({ ...request, ...changes })).toMatchObject({
      kind: 'refused',
      refusal: { code },
    });
  });
});

describe('codeSuggestion', () => {
  it('takes algorithm, issuer, first audience and type from a token', () => {
    const token = rawToken('{"alg":"ES256","typ":"at+jwt"}', '{"iss":"me","aud":[1,"you","them"]}');
    expect(codeSuggestion(parseToken(token))).toEqual({
      algorithm: 'ES256',
      issuer: 'me',
      audience: 'you',
      type: 'at+jwt',
    });
  });

  it.each(['', 'no token', rawToken('{"alg":7}', '[]')])('suggests nothing for %j', (text) => {
    expect(codeSuggestion(parseToken(text))).toEqual({ algorithm: '', issuer: '', audience: '' });
  });
});
