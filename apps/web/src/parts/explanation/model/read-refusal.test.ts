import { bearerChallenge, newId, problemAnswer } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { mostCharacters } from './most-characters.ts';
import { readRefusal } from './read-refusal.ts';

const reference = newId('reference');
const refusal = {
  code: 'audience_unexpected',
  sentence: 'The token is meant for another audience.',
  expected: 'https://api.example/orders',
  actual: 'https://api.example/billing',
  fix: 'Ask for a token with that audience.',
} as const;
const answer = problemAnswer(refusal, { reference, issuer: 'https://id.example', realm: 'signet' });
const said = {
  reference,
  status: 401,
  code: 'audience_unexpected',
  known: 'audience_unexpected',
  title: 'The token is meant for another audience',
  sentence: refusal.sentence,
  expected: refusal.expected,
  actual: refusal.actual,
  fix: refusal.fix,
};

describe('a pasted refusal', () => {
  it('is read from its reference alone', () => {
    expect(readRefusal(` ${reference} `)).toEqual({ reference });
  });

  it('is read from its body', () => {
    expect(readRefusal(answer.body)).toEqual(said);
    expect(readRefusal(JSON.stringify(JSON.parse(answer.body), null, 2))).toEqual(said);
  });

  it('is read from a whole answer, as curl -i shows it', () => {
    const head = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
    const whole = ['HTTP/1.1 401 Unauthorized', ...head, '', answer.body].join('\r\n');
    expect(readRefusal(whole)).toEqual({
      ...said,
      challenge: { scheme: 'Bearer', error: 'invalid_token', description: refusal.sentence },
    });
  });

  it('is read from its challenge, with or without the name of the header', () => {
    const challenge = bearerChallenge(refusal, 'signet');
    const expected = {
      challenge: { scheme: 'Bearer', error: 'invalid_token', description: refusal.sentence },
    };
    expect(readRefusal(challenge)).toEqual(expected);
    expect(readRefusal(`WWW-Authenticate: ${challenge}`)).toEqual(expected);
    expect(readRefusal('Bearer realm="signet"')).toEqual({ challenge: { scheme: 'Bearer' } });
    expect(readRefusal('Bearer error="insufficient_scope", scope="orders:read"')).toMatchObject({
      challenge: { error: 'insufficient_scope', scope: 'orders:read' },
    });
  });

  it('of another product is told without a code of ours', () => {
    expect(
      readRefusal('{"type":"https://other.example/p","title":"No","detail":"Not today.","status":401}'),
    ).toEqual({
      code: 'https://other.example/p',
      title: 'No',
      sentence: 'Not today.',
      status: 401,
    });
    expect(readRefusal('{"code":"constructor","detail":"x"}')).not.toHaveProperty('known');
    expect(readRefusal('{"code":"__proto__","detail":"x"}')).not.toHaveProperty('known');
  });

  it('cannot steer how it is shown', () => {
    const bidi = JSON.stringify({ code: 'x', detail: 'safe\u202egnp.exe\u0007' });
    expect(readRefusal(bidi)?.sentence).toBe('safe\\u202egnp.exe\\u0007');
    const unseen = JSON.stringify({ code: 'x', detail: 'ad\u200bmin\u061c\u{e0041}' });
    expect(readRefusal(unseen)?.sentence).toBe('ad\\u200bmin\\u061c\\udb40\\udc41');
    expect(readRefusal(JSON.stringify({ code: 'x', detail: 'a'.repeat(5000) }))?.sentence).toHaveLength(2001);
  });

  it.each([
    '',
    'nothing of the kind',
    '{',
    '[]',
    '{"a":1}',
    '{"reference":"req_1"}',
    'Bearer eyJhbGciOiJub25lIn0.e30.',
    'HTTP/1.1 200 OK\r\n\r\nfine',
    ' '.repeat(mostCharacters + 1),
  ])('%.40j is none', (text) => {
    expect(readRefusal(text)).toBeUndefined();
  });
});
