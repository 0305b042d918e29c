import { describe, expect, it } from 'vitest';
import { readKey } from './read-key.ts';

const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const text = JSON.stringify(jwk);

/** The key in so many lines of settings, one in the other. */
function inSettings(wrappings: number): string {
  return 'A='.repeat(wrappings) + text;
}

/** The key in so many objects, one in the other. */
function inObjects(levels: number): string {
  return '{"a":'.repeat(levels) + text + '}'.repeat(levels);
}

/** The key behind so many members. */
function behind(members: number): string {
  const others = Array.from({ length: members }, (_, index) => `"m${index}":0`);
  return `{${[...others, `"key":${text}`].join()}}`;
}

const mebibyte = 1024 * 1024;
const isKey = { kind: 'jwk', jwk };
const isNone = {
  kind: 'refused',
  refusal: { code: 'key_unreadable', sentence: 'This is JSON, but no key.' },
};
const isTooLong = {
  kind: 'refused',
  refusal: {
    code: 'key_unreadable',
    sentence: 'The text has 1048577 characters; up to 1048576 are read here.',
    fix: 'Give the key alone: one PEM, JWK or key set.',
  },
};

describe('a key is looked for', () => {
  it('in four wrappings, and what has more of them is no key, but may be a secret', () => {
    expect(readKey(inSettings(4))).toMatchObject({ ...isKey, found: Array(4).fill('in a line of settings') });
    expect(readKey(inSettings(5))).toMatchObject({ kind: 'secret', secret: inSettings(5) });
  });

  it('in a hundred thousand wrappings without going into them', () => {
    expect(readKey(inSettings(100_000))).toMatchObject({ kind: 'secret' });
  });

  it('three levels below the members of other JSON, and no deeper', () => {
    expect(readKey(inObjects(4))).toMatchObject({ ...isKey });
    expect(readKey(inObjects(5))).toMatchObject(isNone);
  });

  it('in 256 members, and in none behind them', () => {
    expect(readKey(behind(255))).toMatchObject(isKey);
    expect(readKey(behind(256))).toMatchObject(isNone);
  });

  it('in 1 MiB, as text and as bytes, and in nothing longer', () => {
    const full = text.padEnd(mebibyte);
    for (const input of [full, Buffer.from(full)]) expect(readKey(input)).toMatchObject(isKey);
    for (const input of [`${full} `, Buffer.from(`${full} `)])
      expect(readKey(input)).toMatchObject(isTooLong);
  });
});
