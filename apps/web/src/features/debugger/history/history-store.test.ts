import { beforeEach, describe, expect, it } from 'vitest';
import { dissect, reveal } from '../../../parts/token-view/model/dissect.ts';
import {
  forget,
  forgetAll,
  type HistoryStorage,
  historyKey,
  keep,
  mostTokens,
  readHistory,
  turnOff,
  turnOn,
} from './history-store.ts';
import { type KeptToken, keepableToken } from './kept-token.ts';

const stored = new Map<string, string>();
const storage: HistoryStorage = {
  getItem: (name) => stored.get(name) ?? null,
  setItem: (name, value) => void stored.set(name, value),
  removeItem: (name) => void stored.delete(name),
};
const entry = (token: string, at = 0): KeptToken => ({ token, kind: 'JSON Web Token', at });
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

beforeEach(() => stored.clear());

describe('the history', () => {
  it('is off at first, and keeps nothing while it is off', () => {
    keep(storage, entry('a.b.c'));
    expect(readHistory(storage)).toBeUndefined();
    expect(stored.size).toBe(0);
  });

  it('keeps each token once, the newest first, and no more than fifty', () => {
    turnOn(storage);
    for (let index = 0; index < 60; index += 1) keep(storage, entry(`${index}`, index));
    keep(storage, entry('30', 99));
    const kept = readHistory(storage) ?? [];
    expect(kept).toHaveLength(mostTokens);
    expect(kept.slice(0, 3).map(({ token }) => token)).toEqual(['30', '59', '58']);
    expect(kept[0]?.at).toBe(99);
  });

  it('forgets one token, all tokens, and itself', () => {
    turnOn(storage);
    keep(storage, entry('a'));
    keep(storage, entry('b'));
    forget(storage, 'a');
    expect(readHistory(storage)).toEqual([entry('b')]);
    forgetAll(storage);
    expect(readHistory(storage)).toEqual([]);
    keep(storage, entry('c'));
    turnOff(storage);
    expect(stored.size).toBe(0);
  });

  it('reads what was changed by hand as far as it is a history', () => {
    for (const text of ['{', '7', 'null', '[1, null, {"token":1}]']) {
      stored.set(historyKey, text);
      expect(readHistory(storage)).toEqual([]);
    }
    stored.set(historyKey, JSON.stringify([entry('a'), { ...entry('b'), at: 1e300 }]));
    expect(readHistory(storage)).toEqual([entry('a')]);
  });
});

describe('what is kept of a token', () => {
  it('is the token, its kind, subject and issuer', () => {
    const token = `${part({ alg: 'HS256', typ: 'at+jwt' })}.${part({ iss: 'https://a.example', sub: 'u1' })}.c2ln`;
    expect(keepableToken(dissect(`Bearer ${token}`), 7)).toEqual({
      token,
      kind: 'OAuth access token',
      subject: 'u1',
      issuer: 'https://a.example',
      at: 7,
    });
  });

  it('is nothing of what was decrypted', () => {
    const token = `${part({ alg: 'dir', enc: 'A256GCM' })}..aaaa.aaaa.aaaa`;
    const opened = reveal(
      dissect(token),
      new TextEncoder().encode('{"sub":"ada","iss":"https://a.example"}'),
    );
    expect(opened.described.claimSet).toMatchObject({ sub: 'ada' });
    expect(keepableToken(opened, 7)).toEqual({ token, kind: opened.described.kind.name, at: 7 });
  });

  it('is nothing where the text is no token, such as a key pasted by mistake', () => {
    const jwk = JSON.stringify({ kty: 'oct', k: 'c2VjcmV0' });
    for (const text of ['', 'secret', jwk, '-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----']) {
      expect(keepableToken(dissect(text), 0)).toBeUndefined();
    }
    expect(keepableToken(dissect(`${part({ alg: 'HS256' })}.${'A'.repeat(70_000)}.c2ln`), 0)).toBeUndefined();
  });
});
