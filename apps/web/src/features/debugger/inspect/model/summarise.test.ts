import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dissect } from '../../../../parts/token-view/model/dissect.ts';
import type { GivenKey } from '../../keys/key-reading.ts';
import { readInside } from '../inside/read-inside.ts';
import { notChecked, type SignatureCheck } from './signature-check.ts';
import { summarise } from './summarise.ts';

const now = Date.UTC(2026, 0, 1);
const noKey: GivenKey = { reading: { kind: 'none' } };
const matches: SignatureCheck = { kind: 'matches', algorithm: 'HS256', keyIndex: 0, warnings: [] };
const opened: SignatureCheck = {
  kind: 'decrypted',
  algorithm: 'dir',
  encryption: 'A256GCM',
  plaintext: new Uint8Array(),
  warnings: [],
};

function token(claims: string, alg = 'HS256'): string {
  return [`{"alg":"${alg}"}`, claims, 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
}

function judge(text: string, check: SignatureCheck = notChecked) {
  return summarise(dissect(text), noKey, check, { now, skew: 0 });
}

const live = token(`{"exp":${now / 1000 + 60}}`);
const expired = token(`{"exp":${now / 1000 - 60}}`);

describe('the verdict on top of the page', () => {
  it('is unknown while nothing is pasted or no key is given', () => {
    expect(judge('').verdict.tone).toBe('unknown');
    expect(judge(live).verdict).toMatchObject({
      tone: 'unknown',
      reason: expect.stringContaining('not checked'),
    });
  });

  it('is verified only when the signature matches', () => {
    expect(judge(live, matches).verdict).toMatchObject({ tone: 'verified', word: 'Verified' });
  });

  it('is refused for an expired token, and says how the signature stands', () => {
    expect(judge(expired).verdict.reason).toBe('The token has expired. Its signature is not checked.');
    expect(judge(expired, matches).verdict.reason).toContain('Its signature matches');
    expect(judge(expired, matches).verdict.tone).toBe('refused');
  });

  it('is verified for a proof only with its request, once that was looked at', () => {
    const header = Buffer.from('{"typ":"dpop+jwt","alg":"ES256"}').toString('base64url');
    const proof = `${header}.${Buffer.from('{}').toString('base64url')}.c2ln`;
    const own: SignatureCheck = { ...matches, algorithm: 'ES256', isOwn: true };
    const known = { method: 'GET', url: 'https://api.example/' };
    const toneOf = (told: typeof known | { method: string }, isHeld: boolean, profile?: 'dpop-proof') =>
      summarise(dissect(proof), noKey, own, { now, skew: 0, isHeld, expected: { profile, known: told } })
        .verdict.tone;
    expect(toneOf(known, true, 'dpop-proof')).toBe('verified');
    expect(toneOf(known, false, 'dpop-proof')).toBe('unknown');
    expect(toneOf({ method: 'GET' }, true, 'dpop-proof')).toBe('unknown');
    expect(toneOf(known, true, undefined)).toBe('unknown');
  });

  it('is verified for an SD-JWT only once what follows its token was read', async () => {
    const text = `${live}~`;
    expect(judge(text, matches).verdict.tone).toBe('unknown');
    expect(judge(`${live}~${'A~'.repeat(2000)}`, matches).verdict.tone).toBe('unknown');
    const circumstances = { now, skew: 0, sdJwt: await readInside(text) };
    expect(summarise(dissect(text), noKey, matches, circumstances).verdict.tone).toBe('verified');
  });

  it('is refused where the time is over that an SD-JWT discloses', async () => {
    const disclosure = Buffer.from(`["salt","exp",${now / 1000 - 60}]`).toString('base64url');
    const digest = createHash('sha256').update(disclosure).digest('base64url');
    const text = `${token(`{"_sd":["${digest}"]}`)}~${disclosure}~`;
    const circumstances = { now, skew: 0, sdJwt: await readInside(text) };
    expect(summarise(dissect(text), noKey, matches, circumstances).verdict.tone).toBe('refused');
  });

  it('is never verified because a token could be decrypted', () => {
    expect(judge(live, opened).verdict).toMatchObject({ tone: 'unknown', word: 'Decrypted' });
    expect(judge(expired, opened).verdict.tone).toBe('refused');
  });

  it('stays verified, with a warning, for what a careful verifier would not have let through', () => {
    const { verdict, findings } = judge(live, { ...matches, warnings: ['The secret is short.'] });
    expect(verdict.tone).toBe('verified');
    expect(findings).toContainEqual(
      expect.objectContaining({ tone: 'warning', sentence: 'The secret is short.' }),
    );
  });

  it('is unknown, not refused, for what cannot be done here', () => {
    const refusal = { code: 'alg_unsupported', sentence: 'Not supported here.' } as const;
    expect(judge(live, { kind: 'refused', refusal }).verdict.tone).toBe('unknown');
  });

  it('lists the gravest finding first and none twice', () => {
    const refusal = { code: 'alg_none', sentence: 'Not signed.' } as const;
    const { findings } = judge(token('{"id":100002348117421473}', 'none'), { kind: 'refused', refusal });
    expect(findings.map(({ id }) => id)).toEqual(['alg_none', 'inexact-number:id', 'no-expiry:exp']);
  });

  it('names the cause of what cannot be read, not what follows from it', () => {
    const [header, payload, signature] = live.split('.');
    const { findings } = judge(`${header}.${payload?.slice(0, 3)}*${payload?.slice(4)}.${signature}`);
    expect(findings.every(({ id }) => id.startsWith('base64url@'))).toBe(true);
    expect(findings[0]?.place).toBe(`byte ${(header?.length ?? 0) + 4} of the token`);
  });
});
