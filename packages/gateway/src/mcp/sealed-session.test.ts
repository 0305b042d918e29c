import { describe, expect, it } from 'vitest';
import { openSession, ownerOf, sealSession } from './sealed-session.ts';

const secret = Buffer.alloc(32, 1);
const who = { issuer: 'https://login.example', subject: 'ada', clientId: 'editor', jti: 'a' };
const ada = ownerOf('files', who);
const sealed = sealSession('session-1', ada, [secret]);

describe('a session', () => {
  it('is that of who opened it, also by a new token and after a new key', () => {
    expect(openSession(sealed, ownerOf('files', { ...who, jti: 'b' }), [Buffer.alloc(32, 2), secret])).toBe(
      'session-1',
    );
  });

  it.each([
    ['of somebody else', sealed, ownerOf('files', { ...who, subject: 'eve' })],
    ['of another client', sealed, ownerOf('files', { ...who, clientId: 'other' })],
    ['of another issuer', sealed, ownerOf('files', { ...who, issuer: 'https://evil.example' })],
    ['of another server', sealed, ownerOf('mail', who)],
    ['as its server gave it', 'session-1', ada],
    [
      'with another id before the seal',
      `${Buffer.from('session-2').toString('base64url')}${sealed.slice(sealed.indexOf('.'))}`,
      ada,
    ],
    ['without its seal', sealed.slice(0, sealed.indexOf('.') + 1), ada],
    ['that is endless', `${'a'.repeat(5_000)}.${'b'.repeat(43)}`, ada],
  ])('is none %s', (_, shown, owner) => {
    expect(openSession(shown, owner, [secret])).toBeUndefined();
  });

  it('is none by no key, or by another one', () => {
    expect(openSession(sealed, ada, [])).toBeUndefined();
    expect(openSession(sealed, ada, [Buffer.alloc(32, 2)])).toBeUndefined();
  });

  it('is no other one for a caller whose names run into each other', () => {
    expect(ownerOf('files', { ...who, subject: 'a","b' })).not.toBe(
      ownerOf('files', { ...who, subject: 'a', clientId: 'b' }),
    );
  });
});
