import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

interface Vector {
  /** Of a hostile vector: the command that must refuse it. */
  readonly use?: 'verify' | 'decrypt';
  readonly jwk?: unknown;
  readonly key?: unknown;
  readonly token: unknown;
  readonly payload?: string;
  readonly expected: {
    readonly valid?: boolean;
    readonly code?: string;
    readonly plaintext?: string;
    readonly claims?: object;
  };
}

function vectorsOf(folder: string): readonly Vector[] {
  const place = new URL(`../../../../../vectors/${folder}/`, import.meta.url);
  const names = readdirSync(place).filter((name) => name.endsWith('.json'));
  return names.map((name) => JSON.parse(readFileSync(new URL(name, place), 'utf8')));
}

async function ask(
  command: 'verify' | 'decrypt',
  vectors: readonly Vector[],
  members: object = {},
): Promise<readonly Record<string, unknown>[]> {
  const lines = vectors.map(({ jwk, key = jwk, token, payload }, id) =>
    JSON.stringify({ id, key, token, payload, ...members }),
  );
  const ran = await runInProcess(['token', command, '--jsonl'], { input: lines.join('\n') });
  expect(ran).toMatchObject({ code: 0, err: '' });
  const answers = ran.out.trimEnd().split('\n');
  return answers.map((answer) => JSON.parse(answer));
}

describe('published vectors, a line each', () => {
  it('verify as published', async () => {
    const vectors = [...vectorsOf('jws'), ...vectorsOf('jws-forms')];
    const answers = await ask('verify', vectors, { checks: 'signature' });
    expect(answers.map(({ id, valid, code }) => [id, valid, code])).toEqual(
      vectors.map(({ expected }, id) => [id, expected.valid ?? true, expected.code ?? 'verified']),
    );
  });

  it('are refused when they have expired, and only then', async () => {
    const vectors = vectorsOf('jws').slice(0, 4);
    const before = await ask('verify', vectors, { at: 1_300_819_379 });
    const after = await ask('verify', vectors, { at: '2011-03-22T18:43:00Z' });
    expect(before.map(({ code }) => code)).toEqual(['verified', 'verified', 'verified', 'verified']);
    expect(after.map(({ code }) => code)).toEqual([
      'token_expired',
      'token_expired',
      'token_expired',
      'verified',
    ]);
  });

  it('decrypt as published', async () => {
    const vectors = vectorsOf('jwe');
    const answers = await ask('decrypt', vectors);
    expect(answers.map(({ id, valid, plaintext }) => [id, valid, plaintext])).toEqual(
      vectors.map(({ expected }, id) => [id, true, expected.plaintext]),
    );
  });

  it.each(['verify', 'decrypt'] as const)('that are hostile are refused by %s', async (use) => {
    const vectors = vectorsOf('hostile').filter((vector) => vector.use === use);
    const answers = await ask(use, vectors, use === 'verify' ? { at: 1_800_000_000 } : {});
    expect(answers.map(({ id, valid, code }) => [id, valid, code])).toEqual(
      vectors.map(({ expected }, id) => [id, false, expected.code]),
    );
  });

  it('of SD-JWTs verify with what they disclose', async () => {
    const vectors = vectorsOf('sd-jwt');
    const answers = await ask('verify', vectors, { checks: 'signature' });
    expect(answers.map(({ valid, claims }) => [valid, claims])).toEqual(
      vectors.map(({ expected }) => [true, expected.claims]),
    );
  });
});
