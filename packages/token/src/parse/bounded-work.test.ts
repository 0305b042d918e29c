import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { describeToken } from '../describe/describe-token.ts';
import { describeKey } from '../describe-key/describe-key.ts';
import { readJson } from '../json/read-json.ts';
import { readJwe } from '../jwe/read-jwe.ts';
import { readJws } from '../jws/read-jws.ts';
import { readGivenKeys } from '../keys/given-key.ts';
import { readKey } from '../keys/read-key.ts';
import { lintToken } from '../lint/lint-token.ts';
import { readSdJwt } from '../sd-jwt/read-sd-jwt.ts';
import { StepCounter } from '../testing/count-steps.ts';
import { rawToken } from '../testing/raw-token.ts';
import { parseToken } from './parse-token.ts';

const mostBytes = 4 * 1024 * 1024;
const header = '{"alg":"HS256"}';

/** Texts that grow with `size`, of the kinds that make careless readers slow. */
const shapes: readonly (readonly [string, (size: number) => string])[] = [
  ['dots', (size) => '.'.repeat(size)],
  ['tildes', (size) => `e30.e30.~${'~'.repeat(size)}`],
  ['blanks', (size) => `${' '.repeat(size)}e30.e30.`],
  ['blanks inside', (size) => `e30${' '.repeat(size)}.e30.`],
  ['percent signs', (size) => '%25'.repeat(size)],
  ['quotes', (size) => '"'.repeat(size)],
  ['parameters', (size) => '&token='.repeat(size)],
  ['tokens', (size) => 'eyJhbGci.eyJz.x '.repeat(size)],
  ['one token that never ends', (size) => `a b eyJhbGci${'a'.repeat(size)}`],
  ['beginnings of tokens', (size) => `!${'eyJ'.repeat(size)}`],
  ['cookies', (size) => `Cookie: ${'a=eyJhbGci.; '.repeat(size)}`],
  ['brackets', (size) => '['.repeat(size)],
  ['objects in objects', (size) => '{"a":'.repeat(size)],
  ['a long number', (size) => `{"exp":${'1'.repeat(size)}}`],
  ['many members', (size) => `{${members(size)}}`],
  ['many duplicates', (size) => `{${'"a":1,'.repeat(size)}"a":1}`],
  ['many escapes', (size) => `{"a":"${'\\u0041'.repeat(size)}"}`],
  ['many claims in a token', (size) => rawToken(header, `{${members(size)}}`, 'signature')],
  ['many header parameters', (size) => rawToken(`{${members(size)},"alg":"HS256"}`, '{}', 'signature')],
  ['many header parameters of a JWE', (size) => jwe(`{"alg":"dir","enc":"A256GCM",${members(size)}}`)],
  ['bytes that are no text', (size) => rawToken(header, '').replace('..', `.${'_'.repeat(size * 4)}.`)],
  ['strays in base64url', (size) => `e30.${'!'.repeat(size)}.`],
  ['begins of PEM', (size) => '-----BEGIN PUBLIC KEY-----\n'.repeat(size)],
  ['one PEM without an end', (size) => `-----BEGIN PUBLIC KEY-----\n${'A'.repeat(size)}`],
  ['a PEM of nothing', (size) => pem(new Uint8Array(size))],
  ['a PEM of sequences', (size) => pem(new Uint8Array(size * 2).map((_, at) => (at % 2 === 0 ? 0x30 : 0)))],
  ['lines of OpenSSH', (size) => 'ssh-rsa AAAA\n'.repeat(size)],
  ['many keys', (size) => `{"keys":[${'{"kty":"oct","k":"AAAA"},'.repeat(size)}{"kty":"oct"}]}`],
  ['many signatures', (size) => `{"payload":"","signatures":[${'{"signature":""},'.repeat(size)}{}]}`],
  ['many recipients', (size) => `{"ciphertext":"","recipients":[${'{},'.repeat(size)}{}]}`],
  ['many disclosures', (size) => `e30.e30.~${`${encodeBase64url('["s","n",1]')}~`.repeat(size)}`],
];

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['parseToken', (text) => parseToken(text, { maxBytes: mostBytes })],
  ['describeToken', (text) => describeToken(parseToken(text, { maxBytes: mostBytes }), { now: 0 })],
  ['lintToken', (text) => lintToken(parseToken(text, { maxBytes: mostBytes }), { now: 0 })],
  ['readJson', (text) => readJson(text)],
  ['readJws', (text) => readJws(text, mostBytes)],
  ['readJwe', (text) => readJwe(text, mostBytes)],
  ['readSdJwt', readSdJwt],
  ['readKey', readKey],
  ['readGivenKeys', readGivenKeys],
  ['describeKey', (text) => describeKey(text)],
];

describe.each(readers)('%s', (_reader, read) => {
  it('takes no more than in proportion longer for more of anything', async () => {
    await using counter = await StepCounter.start();
    const steps: Record<string, readonly [few: number, many: number]> = {};
    for (const [shape, make] of shapes) {
      // Once before, so that nothing is loaded or prepared within the counted runs.
      await read(make(8));
      steps[shape] = [
        await counter.count(() => read(make(250))),
        await counter.count(() => read(make(2000))),
      ];
    }
    // Eight times the size: in proportion is about eight, in the square sixty-four. Names grow longer as well.
    const steep = Object.entries(steps).filter(([, [few, many]]) => many > 24 * few + 5000);
    expect(steep).toEqual([]);
    expect(Math.max(...Object.values(steps).flat())).toBeGreaterThan(1000);
  });

  // What built-in functions do is not counted above; work in the square of such a text would not come to an end.
  it('comes to an end with a quarter of a megabyte of anything', async () => {
    const finished: string[] = [];
    for (const [shape, make] of shapes) {
      const size = Math.ceil(250_000 / ((make(400).length - make(100).length) / 300));
      await read(make(size));
      finished.push(shape);
    }
    expect(finished).toHaveLength(shapes.length);
  });
});

function members(count: number): string {
  return Array.from({ length: count }, (_, index) => `"m${index}":${index}`).join();
}

function jwe(head: string): string {
  return [encodeBase64url(head), '', 'AAAA', 'AAAA', 'AAAA'].join('.');
}

function pem(der: Uint8Array): string {
  const body = Buffer.from(der).toString('base64');
  return `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----`;
}
