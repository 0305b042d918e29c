import { describe, expect, it } from 'vitest';
import { parseToken } from '../parse/parse-token.ts';
import { rawToken } from '../testing/raw-token.ts';
import { describeTime, relativeTime } from './describe-time.ts';
import { describeToken } from './describe-token.ts';

const now = 1_800_000_000;
const describeRaw = (header: object, payload: string) =>
  describeToken(parseToken(rawToken(JSON.stringify(header), payload, 'x')), { now });

describe('describeToken', () => {
  it('explains each registered member with its section, in the order of the text', () => {
    const { header, claims } = describeRaw({ alg: 'ES256', kid: 'k' }, '{"sub":"ada","iss":"x","own":1}');
    expect(header.map(({ name, rule }) => [name, rule])).toEqual([
      ['alg', 'RFC 7515 §4.1.1'],
      ['kid', 'RFC 7515 §4.1.4'],
    ]);
    expect(claims.map(({ name, rule }) => [name, rule])).toEqual([
      ['sub', 'RFC 7519 §4.1.2'],
      ['iss', 'RFC 7519 §4.1.1'],
      ['own', undefined],
    ]);
  });

  it('says times in words', () => {
    const { claims } = describeRaw({ alg: 'ES256' }, `{"exp":${now + 250},"iat":${now - 3 * 86_400}}`);
    expect(claims.map(({ time }) => [time?.relative, time?.iso])).toEqual([
      ['in 4 min', '2027-01-15T08:04:10Z'],
      ['3 days ago', '2027-01-12T08:00:00Z'],
    ]);
  });

  it.each([
    [{ alg: 'none' }, '{"exp":1}', 'unsigned', 'refused'],
    [{ alg: 'ES256' }, '{"exp":1,"exp":2}', 'duplicate-member', 'refused'],
    [{ alg: 'ES256' }, '{"exp":"1"}', 'not-a-time', 'refused'],
    [{ alg: 'ES256' }, '{"exp":1800000000000}', 'milliseconds', 'warning'],
    [{ alg: 'ES256' }, '{"exp":1,"id":[{"n":100002348117421473}]}', 'inexact-number', 'warning'],
    [{ alg: 'ES256' }, '{"sub":"ada"}', 'no-expiry', 'warning'],
  ])('notices: header %j, payload %s', (header, payload, code, tone) => {
    expect(describeRaw(header, payload).notices).toMatchObject([{ code, tone }]);
  });

  it.each(['dpop+jwt', 'secevent+jwt'])('takes it that a token of type %s has no exp', (typ) => {
    expect(describeRaw({ alg: 'ES256', typ }, '{"iat":1}').notices).toEqual([]);
  });

  it('puts what every reader refuses before what is only unwise', () => {
    const { notices } = describeRaw({ alg: 'none' }, '{"a":1,"a":100002348117421473}');
    expect(notices.map(({ tone }) => tone)).toEqual(['refused', 'refused', 'warning', 'warning']);
  });

  it.each([
    [{ alg: 'ES256', typ: 'application/at+jwt' }, '{}', 'access-token'],
    [{ alg: 'ES256', typ: 'dpop+jwt' }, '{}', 'dpop-proof'],
    [{ alg: 'ES256', typ: 'logout+jwt' }, '{}', 'logout-token'],
    [
      { alg: 'ES256' },
      '{"events":{"http://schemas.openid.net/event/backchannel-logout":{}}}',
      'logout-token',
    ],
    [{ alg: 'ES256' }, '{"iss":"i","sub":"s","aud":"a","nonce":"n"}', 'id-token'],
    [{ alg: 'ES256' }, '{"iss":"c","sub":"c","aud":"a"}', 'client-assertion'],
    [{ alg: 'ES256' }, '{"scope":"read"}', 'access-token'],
    [{ alg: 'ES256' }, '{"_sd_alg":"sha-256"}', 'sd-jwt'],
    [{ alg: 'NONE', typ: 'at+jwt' }, '{}', 'unsigned'],
    [{ alg: 'ES256' }, '{}', 'jwt'],
  ])('names the kind: header %j, payload %s', (header, payload, kind) => {
    expect(describeRaw(header, payload).kind.kind).toBe(kind);
  });

  it('names an encrypted token, and a text that is none', () => {
    expect(describeToken(parseToken('e30.a.b.c.d'), { now }).kind.kind).toBe('encrypted');
    expect(describeToken(parseToken('hello'), { now })).toMatchObject({
      kind: { kind: 'unknown' },
      claims: [],
    });
  });
});

describe('times in words', () => {
  it.each([
    [0, 'now'],
    [0.4, 'now'],
    [1, 'in 1 s'],
    [-59, '59 s ago'],
    [3_600, 'in 1 h'],
    [-86_400, '1 day ago'],
    [400 * 86_400, 'in 1 year'],
  ])('%d seconds away is %j', (distance, words) => {
    expect(relativeTime(now + distance, now)).toBe(words);
  });

  it('takes milliseconds for what they are, and gives up beyond the calendar', () => {
    expect(describeTime(now * 1000, now)).toMatchObject({ relative: 'now', inMilliseconds: true });
    expect(describeTime(1e300, now)).toBeUndefined();
  });
});
