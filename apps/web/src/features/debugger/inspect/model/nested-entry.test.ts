import { describe, expect, it } from 'vitest';
import type { Entry } from './entry.ts';
import { nestedEntry } from './nested-entry.ts';

const key = JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'AAAA' }] });
const inside = 'eyJhbGciOiJFZERTQSJ9.e30.c2ln';
const entry: Entry = {
  token: 'a.b.c.d.e',
  key,
  encoding: 'utf8',
  password: '',
  payload: '',
  shown: 0,
  known: {},
  removed: [],
  choices: [],
};

describe('the token inside another', () => {
  it('takes a key set along, which stays that of a link or of the address the token named', () => {
    expect(nestedEntry(entry, inside)).toEqual({ ...entry, token: inside });
    expect(nestedEntry({ ...entry, isLinked: true }, inside)).toMatchObject({ key, isLinked: true });
    const from = 'https://thief.example/keys';
    expect(nestedEntry({ ...entry, keyFrom: from }, inside)).toMatchObject({ key, keyFrom: from });
  });

  it('leaves a single key, and where it came from, behind', () => {
    const single = { ...entry, key: 'a secret', isLinked: true } as const;
    expect(nestedEntry(single, inside)).toEqual({ ...entry, token: inside, key: '' });
  });
});
