import { describe, expect, it } from 'vitest';
import { fillForm, requestOf, type Suggestion } from './code-form.ts';

const suggestion: Suggestion = {
  algorithm: 'ES256',
  issuer: 'https://login.example/',
  audience: 'https://api.example',
  type: 'at+jwt',
};
const around = { stack: 'node', encoding: 'hex', clockSkew: 30 } as const;

describe('the form for verification code', () => {
  it('is filled in from the token, with a guess where the keys are', () => {
    expect(requestOf(fillForm(suggestion, {}), around)).toEqual({
      stack: 'node',
      ...suggestion,
      clockSkew: 30,
      key: { from: 'jwks', url: 'https://login.example/.well-known/jwks.json' },
    });
  });

  it('takes a secret from the environment, and a public key from a file where no address is known', () => {
    const keyOf = (changes: Partial<Suggestion>) =>
      requestOf(fillForm({ ...suggestion, ...changes }, {}), around).key;
    expect(keyOf({ algorithm: 'HS256' })).toEqual({
      from: 'secret',
      variable: 'TOKEN_SECRET',
      encoding: 'hex',
    });
    expect(keyOf({ issuer: 'accounts' })).toEqual({ from: 'pem', path: 'public-key.pem' });
    expect(keyOf({ issuer: 'http://login.example' })).toEqual({ from: 'pem', path: 'public-key.pem' });
  });

  it('lets the reader overrule the token, without white space around', () => {
    const edits = { issuer: ' https://id.example ', type: '', source: 'pem', path: 'id.pem' } as const;
    const request = requestOf(fillForm(suggestion, edits), around);
    expect(request).toMatchObject({ issuer: 'https://id.example', key: { from: 'pem', path: 'id.pem' } });
    expect(request).not.toHaveProperty('type');
  });
});
