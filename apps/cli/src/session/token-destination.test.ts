import { describe, expect, it } from 'vitest';
import { mayReceive } from './token-destination.ts';

const token = (claims: object) =>
  [{ alg: 'ES256' }, claims, {}]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

describe('where a token may be sent', () => {
  const gateway = 'http://localhost:8080';
  const ours = token({ aud: ['https://api.example.com/orders', 'orders'] });

  it.each([gateway, 'https://api.example.com'])('%s is one of its audiences or the gateway', (origin) =>
    expect(mayReceive(ours, origin, gateway)).toBe(true),
  );

  it.each(['https://api.example.com.evil.example', 'http://api.example.com', 'https://evil.example', 'null'])(
    '%s is neither',
    (origin) => expect(mayReceive(ours, origin, gateway)).toBe(false),
  );

  it.each([token({}), token({ aud: 7 }), 'no token'])(
    'a token without audiences goes to the gateway only',
    (text) => {
      expect(mayReceive(text, 'https://evil.example', gateway)).toBe(false);
      expect(mayReceive(text, gateway, gateway)).toBe(true);
      expect(mayReceive(text, gateway, undefined)).toBe(false);
    },
  );
});
