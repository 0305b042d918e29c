import { describe, expect, it } from 'vitest';
import { newId } from '../ids/id.ts';
import {
  emptyRequestSchema,
  loginRequestSchema,
  logoutAnswerSchema,
  tokenAnswerSchema,
} from './authentication.ts';
import { readBody } from './read-body.ts';
import { explanationParametersSchema, recordsQuerySchema } from './records.ts';
import { revokeRequestSchema } from './revocations.ts';
import { addUserRequestSchema } from './users.ts';

describe('a login request', () => {
  const login = { username: 'ada', password: 'correct horse battery' };

  it('is read as it stands', () => {
    expect(readBody(loginRequestSchema, login)).toEqual({ ok: true, body: login });
  });

  it.each([
    ['no body', undefined, undefined, 'nothing'],
    ['a list', [], undefined, 'a list'],
    ['no password', { username: 'ada' }, 'password', 'nothing'],
    ['a number for a password', { ...login, password: 5 }, 'password', 'a number'],
    ['an endless password', { ...login, password: 'x'.repeat(257) }, 'password', 'a text that does not fit'],
    ['an empty password', { ...login, password: '' }, 'password', 'a text that does not fit'],
    [
      'a user name in look-alike letters',
      { ...login, username: '\u212aate' },
      'username',
      'a text that does not fit',
    ],
    ['an endless user name', { ...login, username: 'a'.repeat(65) }, 'username', 'a text that does not fit'],
    [
      'a user name with a line break',
      { ...login, username: 'ada\n' },
      'username',
      'a text that does not fit',
    ],
    ['an unknown member', { ...login, admin: true }, undefined, 'a member too many'],
    ['null for an option', { ...login, audience: null }, 'audience', 'null'],
  ])('is refused with %s, by member and kind', (_, body, member, actual) => {
    const reading = readBody(loginRequestSchema, body);
    expect(reading).toMatchObject({ ok: false, refusal: { code: 'request_invalid', actual } });
    expect(reading.ok || reading.refusal.member).toBe(member);
  });

  it('never shows a password in its refusal, wherever it stands', () => {
    const secret = 'hunter2hunter2';
    const bodies = [secret, [secret], { username: secret.toUpperCase(), password: secret, [secret]: secret }];
    const bodiesToo = [
      { username: 'ada', password: [secret] },
      { username: 'ada', password: secret.repeat(30) },
    ];
    const readings = [...bodies, ...bodiesToo].map((body) => readBody(loginRequestSchema, body));
    expect(readings.every(({ ok }) => !ok)).toBe(true);
    expect(JSON.stringify(readings).toLowerCase()).not.toContain(secret);
  });
});

describe('an empty request', () => {
  it.each([undefined, null, {}])('may be %j', (body) => {
    expect(readBody(emptyRequestSchema, body)).toEqual({ ok: true, body: {} });
  });

  it('is refused with a member', () => {
    expect(readBody(emptyRequestSchema, { refreshToken: 'x' }).ok).toBe(false);
  });
});

describe('a new user', () => {
  it('has no roles and scopes unless they are given', () => {
    const reading = readBody(addUserRequestSchema, { username: 'ada' });
    expect(reading).toEqual({ ok: true, body: { username: 'ada', roles: [], scopes: [] } });
  });

  it.each([[{ scopes: ['a b'] }], [{ scopes: 'a' }], [{ roles: Array(65).fill('r') }], [{ roles: [''] }]])(
    'is refused with %j',
    (members) => {
      expect(readBody(addUserRequestSchema, { username: 'ada', ...members }).ok).toBe(false);
    },
  );
});

describe('a revocation', () => {
  const sid = 'ses_0000000000000000000000000s';
  const sub = 'usr_0000000000000000000000000v';

  it.each([[{ jti: 'x' }], [{ jti: 'x', issuer: 'https://p.example' }], [{ sid }], [{ sub }]])(
    'may name %j',
    (target) => {
      expect(readBody(revokeRequestSchema, target)).toEqual({ ok: true, body: target });
    },
  );

  it.each([
    [{}],
    [{ jti: 'x', sid }],
    [{ sid, issuer: 'x' }],
    [{ sid: 'ses_1' }],
    [{ sub: sid }],
    [{ jti: '' }],
  ])('is refused with %j', (target) => {
    const reading = readBody(revokeRequestSchema, target);
    expect(reading).toMatchObject({
      ok: false,
      refusal: {
        code: 'request_invalid',
        expected: expect.stringMatching(/^exactly one of jti|no other members than sid$/),
      },
    });
  });
});

describe('queries for records', () => {
  it('have a bounded limit', () => {
    expect(readBody(recordsQuerySchema, {})).toEqual({ ok: true, body: { limit: 100 } });
    expect(readBody(recordsQuerySchema, { limit: '1000' })).toEqual({ ok: true, body: { limit: 1000 } });
    for (const limit of ['0', '1001', '-1', '1e3', ' 1', '', ['1', '2']]) {
      expect(readBody(recordsQuerySchema, { limit }).ok).toBe(false);
    }
  });

  it('take a reference and nothing like one', () => {
    const reference = newId('reference');
    expect(readBody(explanationParametersSchema, { reference }).ok).toBe(true);
    expect(readBody(explanationParametersSchema, { reference: `${reference}'` }).ok).toBe(false);
  });
});

describe('answers', () => {
  it('of a newer server may say more than this client knows', () => {
    const answer = {
      accessToken: 'a.b.c',
      tokenType: 'Bearer',
      expiresIn: 900,
      expiresAt: '2026-11-23T20:00:00.000Z',
      sessionId: newId('session'),
      scope: 'demo:read',
      csrfToken: 'c'.repeat(43),
    };
    expect(tokenAnswerSchema.parse({ ...answer, more: 1 })).toEqual(answer);
    expect(logoutAnswerSchema.parse({ ended: true })).toEqual({ ended: true });
  });
});
