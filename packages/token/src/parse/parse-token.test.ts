import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { rawToken } from '../testing/raw-token.ts';
import { parseCompactJws } from './parse-compact-jws.ts';
import { parseToken } from './parse-token.ts';
import { unwrapToken } from './unwrap-token.ts';

const header = '{"alg":"HS256"}';
const token = rawToken(header, '{"sub":"ada"}', 'signature');

describe('parseToken', () => {
  it('takes a token apart with the place of each segment', () => {
    const { kind, segments, problems, removed } = parseToken(token);
    expect({ kind, problems, removed }).toEqual({ kind: 'signed', problems: [], removed: [] });
    expect(segments.map(({ role, start, end }) => [role, token.slice(start, end)])).toEqual(
      token.split('.').map((text, index) => [['header', 'payload', 'signature'][index], text]),
    );
  });

  it.each([
    [`Bearer ${token}`, ['the word Bearer']],
    [
      `authorization: bearer ${token}\n`,
      ['white space around the token', 'the name of the Authorization header', 'the word Bearer'],
    ],
    [`"${token}"`, ['quotes']],
    [`"${token}",`, ['quotes']],
    [`\ufeff${token}`, ['a byte order mark']],
    [`${'\ufeff'.repeat(20)}${token}`, ['a byte order mark']],
    [
      `https://app.example/#access_token=${token}&token_type=bearer`,
      ['the address or parameters around the token'],
    ],
    [`Cookie: a=b; id_token=${token}; c=d`, ['the cookies around the token']],
    [`Set-Cookie: __Host-session=${token}; Path=/; Secure`, ['the cookies around the token']],
    [`"Authorization": "Bearer ${token}",`, ['the name of the header', 'the word Bearer']],
    [`'x-auth-token': '${token}'`, ['the name of the header']],
    [`X-Auth-Token: ${token}`, ['the name of the header']],
    [`Cf-Access-Jwt-Assertion: ${token}`, ['the name of the header']],
    [`export TOKEN="${token}"`, ['the assignment around the token', 'quotes']],
    [`$env:TOKEN = "Bearer ${token}"`, ['the assignment around the token', 'the word Bearer']],
    [`ACCESS_TOKEN=${token}`, ['the assignment around the token']],
    [
      `curl -s 'https://api.example/x' \\\n  -H 'accept: */*' \\\n  -H 'authorization: Bearer ${token}'`,
      ['the curl command around the token'],
    ],
    [`{"data":{"session":{"jwt":"${token}"}}}`, ['the JSON around the token']],
    [
      JSON.stringify({
        log: { entries: [{ request: { headers: [{ name: 'authorization', value: `Bearer ${token}` }] } }] },
      }),
      ['the JSON around the token'],
    ],
    [
      JSON.stringify({
        log: { entries: [{ response: { content: { text: JSON.stringify({ access_token: token }) } } }] },
      }),
      ['the JSON around the token'],
    ],
    [`2026-01-02T03:04:05Z INFO [auth] accepted "${token}" for ada`, ['the text around the token']],
    [`The token is ${token}.`, ['the text around the token']],
    [token.replaceAll('.', '%2E'), ['percent-encoding']],
    [`{"access_token":"${token}","token_type":"Bearer"}`, ['the token response around the token']],
    [`${token.slice(0, 20)}\r\n  ${token.slice(20)}`, ['line breaks and blanks inside the token']],
  ])('finds the token in %j and says what it removed', (text, removed) => {
    const parsed = parseToken(text);
    expect(parsed.token).toBe(token);
    expect(parsed.removed).toEqual(expect.arrayContaining(removed));
  });

  it('names all tokens of a text with several, for the reader to choose', () => {
    const other = rawToken('{"alg":"ES256"}', '{"sub":"bob"}', 'y');
    const names = (text: string) => parseToken(text).choices?.map(({ name, token: each }) => [name, each]);
    const both = [
      ['access_token', token],
      ['id_token', other],
    ];
    expect(names(`{"access_token":"${token}","id_token":"${other}"}`)).toEqual(both);
    expect(names(`Cookie: access_token=${token}; id_token=${other}`)).toEqual(both);
    expect(names(`access_token: ${token}\nid_token: ${other}`)).toEqual(both);
    const unnamed = both.map(([, each]) => [undefined, each]);
    expect(names(`${token}\n${other}`)).toEqual(unnamed);
    expect(names(`${token}${other}`)).toEqual(unnamed);
    expect(parseToken(`${token}${other}`)).toMatchObject({ token, removed: ['another token behind it'] });
    expect(names(`Use ${token}, and again ${token}`)).toBeUndefined();
  });

  it('leaves every character of the token to whoever verifies it', () => {
    const broken = `${token.slice(0, 20)}\n${token.slice(20)}`;
    expect(unwrapToken(`Bearer ${broken}`, 'around').token).toBe(broken);
    expect(unwrapToken(token.replace('.', '%2E'), 'around').token).toBe(token.replace('.', '%2E'));
    expect(unwrapToken(`curl -H "X-Token: ${token}"`, 'around').token).toBe(token);
  });

  it.each([
    [`${token}~`, '~'],
    [`${token}~WyJhIl0~${token}`, `~WyJhIl0~${token}`],
  ])('keeps apart what follows the token of an SD-JWT: %j', (text, tail) => {
    expect(parseToken(` ${text}\n`)).toMatchObject({ kind: 'signed', token, tail });
  });

  it('knows a detached payload, and one that is not base64url', () => {
    const [head, , signature] = token.split('.');
    expect(parseToken(`${head}..${signature}`)).toMatchObject({ isDetached: true, problems: [] });
    const unencoded = `${encodeBase64url('{"alg":"HS256","b64":false,"crit":["b64"]}')}.$02.aaaa`;
    const { segments, problems } = parseToken(unencoded);
    expect(segments[1]?.content).toEqual({ kind: 'text', text: '$02' });
    expect(problems.every(({ layer }) => layer === 'json')).toBe(true);
  });

  it('recognises an encrypted token', () => {
    const parsed = parseToken(`${encodeBase64url('{"alg":"dir","enc":"A256GCM"}')}..aaaa.bbbb.cccc`);
    expect(parsed.kind).toBe('encrypted');
    expect(parsed.segments.map(({ role }) => role)).toEqual([
      'header',
      'encrypted-key',
      'initialisation-vector',
      'ciphertext',
      'authentication-tag',
    ]);
  });

  it('shows the part that is whole when another is broken', () => {
    const { segments, problems } = parseToken(`${encodeBase64url(header)}.e30!`);
    expect(segments[0]?.content.kind).toBe('json');
    expect(problems).toMatchObject([
      { layer: 'token' },
      { layer: 'base64url', role: 'payload', start: 24, end: 25 },
    ]);
  });

  it('points at the byte that is not UTF-8 and at the character that is not JSON', () => {
    const bytes = Uint8Array.from([0x7b, 0x22, 0x61, 0xff, 0x22]);
    const broken = [encodeBase64url(bytes), encodeBase64url('{"a":1,}'), ''].join('.');
    expect(parseToken(broken).problems).toMatchObject([
      { layer: 'utf-8', role: 'header', start: 4, sentence: expect.stringContaining('byte 3') },
      { layer: 'json', role: 'payload', sentence: expect.stringContaining('character 7') },
    ]);
  });

  it('keeps nothing of a text that is too large', () => {
    const parsed = parseToken('A'.repeat(65_537));
    expect(parsed).toMatchObject({ kind: 'unknown', token: '', problems: [{ layer: 'token' }] });
    expect(parseToken('A'.repeat(65_537), { maxBytes: 70_000 }).token).toHaveLength(65_537);
  });

  it('never throws, and its segments always lie inside the token', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), nearTokens());
    fc.assert(
      fc.property(text, (input) => {
        const parsed = parseToken(input);
        for (const { start, end, text: part } of parsed.segments)
          expect(parsed.token.slice(start, end)).toBe(part);
        for (const { start, end } of parsed.problems)
          expect(start <= end && end <= parsed.token.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds no fault exactly where the strict reader finds none in the encoding', () => {
    fc.assert(
      fc.property(nearTokens(), (input) => {
        const strict = parseCompactJws(input);
        if (strict.verdict !== 'verified') return;
        const { header: head, payload, signature } = strict.token.encoded;
        expect(parseToken(input).problems.filter(({ layer }) => layer === 'base64url')).toEqual([]);
        expect([head, payload, signature].join('.')).toBe(input);
        expect(encodeBase64url(strict.token.payload)).toBe(payload);
        expect(encodeBase64url(strict.token.signature)).toBe(signature);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Texts that are tokens or nearly so, with a good header in most of them. */
function nearTokens(): fc.Arbitrary<string> {
  const segment = fc.oneof(
    fc.constant(encodeBase64url(header)),
    fc.base64String({ maxLength: 8 }),
    fc.string({ maxLength: 8 }),
  );
  return fc
    .array(segment, { minLength: 1, maxLength: 6 })
    .map((segments) => [encodeBase64url(header), ...segments].join('.'));
}
