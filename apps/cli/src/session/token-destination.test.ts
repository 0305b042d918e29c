import { describe, expect, it } from 'vitest';
import { mayReceive } from './token-destination.ts';

const token = (claims: object) =>
  [{ alg: 'ES256' }, claims, {}]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

describe('where a token may be sent', () => {
  const ours = token({ aud: ['https://api.example.com/orders', 'orders', 'http://localhost:3000'] });

  it.each(['https://api.example.com/x', 'http://127.0.0.1:3000', 'http://[::1]:3000/orders'])(
    '%s is one of its audiences',
    (address) => expect(mayReceive(ours, new URL(address))).toBe(true),
  );

  it.each([
    'https://api.example.com.evil.example',
    'http://api.example.com',
    'https://evil.example',
    'http://127.0.0.1:3001',
    'http://127.0.0.1.evil.example:3000',
    'https://127.0.0.1:3000',
    'data:,',
  ])('%s is none', (address) => expect(mayReceive(ours, new URL(address))).toBe(false));

  it.each(['http://localhost:3000', 'http://api.localhost:3000'])(
    '%s may be a stranger, though it is an audience by its letters',
    (address) => {
      expect(mayReceive(token({ aud: address }), new URL(address))).toBe(false);
    },
  );

  it.each([token({}), token({ aud: 7 }), 'no token'])('a token without audiences goes nowhere', (text) => {
    expect(mayReceive(text, new URL('https://evil.example'))).toBe(false);
    expect(mayReceive(text, new URL('http://127.0.0.1:8080'))).toBe(false);
  });
});
