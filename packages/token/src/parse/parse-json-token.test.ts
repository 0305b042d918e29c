import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { describeToken } from '../describe/describe-token.ts';
import { parseToken } from './parse-token.ts';
import { withPayload } from './with-payload.ts';

const protectedHeader = encodeBase64url('{"alg":"ES256"}');
const payload = encodeBase64url('{"sub":"ada"}');
const one = { protected: protectedHeader, header: { kid: 'k1' }, signature: 'c2ln' };
const flattened = JSON.stringify({ payload, ...one }, null, 2);
const general = JSON.stringify({
  payload,
  signatures: [one, { protected: encodeBase64url('{"alg":"RS256"}'), signature: 'c2ln' }],
});
const encrypted = JSON.stringify({
  protected: encodeBase64url('{"enc":"A128GCM"}'),
  unprotected: { jku: 'https://keys.example' },
  recipients: [{ header: { alg: 'A128KW', kid: '7' }, encrypted_key: 'aaaa' }],
  iv: 'aaaa',
  ciphertext: 'bbbb',
  tag: 'cccc',
  aad: 'dddd',
});

describe('a JSON serialisation', () => {
  it('is taken apart, each segment where its text stands', () => {
    const { kind, form, token, segments, problems } = parseToken(` ${flattened}\n`);
    expect({ kind, form, problems }).toEqual({ kind: 'signed', form: 'json', problems: [] });
    expect(segments.map(({ role, start, end }) => [role, token.slice(start, end)])).toEqual([
      ['header', protectedHeader],
      ['payload', payload],
      ['signature', 'c2ln'],
      ['unprotected-header', expect.stringContaining('"kid": "k1"')],
    ]);
  });

  it('is described with the members of both headers', () => {
    const { header, claims } = describeToken(parseToken(flattened), { now: 0 });
    expect(header.map(({ name }) => name)).toEqual(['alg', 'kid']);
    expect(claims.map(({ name }) => name)).toEqual(['sub']);
  });

  it('shows the one of several signatures that was asked for', () => {
    expect(parseToken(general).several).toEqual({ count: 2, shown: 0 });
    const second = parseToken(general, { entry: 1 });
    expect(second.several).toEqual({ count: 2, shown: 1 });
    expect(second.segments[0]?.content).toMatchObject({ text: '{"alg":"RS256"}' });
    expect(parseToken(general, { entry: 99 }).several?.shown).toBe(1);
  });

  it('may be encrypted', () => {
    const { kind, segments } = parseToken(encrypted);
    expect(kind).toBe('encrypted');
    expect(segments.map(({ role }) => role)).toEqual([
      'header',
      'encrypted-key',
      'initialisation-vector',
      'ciphertext',
      'authentication-tag',
      'additional-data',
      'unprotected-header',
      'unprotected-header',
    ]);
  });

  it('may leave its payload elsewhere', () => {
    const parsed = parseToken(JSON.stringify(one));
    expect(parsed.isDetached).toBe(true);
    const whole = withPayload(parsed, new TextEncoder().encode('{"sub":"ada"}'));
    expect(describeToken(whole, { now: 0 }).claimSet).toEqual({ sub: 'ada' });
  });

  it.each([
    ['{"payload":', 'begins like JSON and is none'],
    ['{"hello":"world"}', 'neither a signature nor a ciphertext'],
    ['{"payload":1,"signature":"c2ln"}', 'payload of the JSON serialisation is not text'],
    ['{"payload":"","signature":"c2ln","header":[]}', 'header of the JSON serialisation is not an object'],
    ['{"payload":"","payload":"","signature":"c2ln"}', 'has a member twice: payload'],
  ])('that is broken is told as such: %s', (text, sentence) => {
    expect(parseToken(text).problems.map((problem) => problem.sentence)).toContainEqual(
      expect.stringContaining(sentence),
    );
  });

  it('never throws, and keeps every segment inside the text', () => {
    const json = fc
      .record(
        {
          payload: fc.jsonValue(),
          signature: fc.jsonValue(),
          signatures: fc.jsonValue(),
          ciphertext: fc.jsonValue(),
          protected: fc.oneof(fc.jsonValue(), fc.constant(protectedHeader)),
          header: fc.jsonValue(),
          unprotected: fc.jsonValue(),
          recipients: fc.jsonValue(),
        },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(json, fc.nat(5), (text, entry) => {
        const { token, segments, problems } = parseToken(text, { entry });
        for (const { start, end } of [...segments, ...problems]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(token.length);
        }
      }),
    );
  });
});
