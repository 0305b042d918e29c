import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

interface Vector {
  readonly key: unknown;
  readonly token: string;
  readonly expected: { readonly claims: object };
}

const place = new URL('../../../../../vectors/sd-jwt/rfc9901-a1-structured.json', import.meta.url);
const { key, token, expected }: Vector = JSON.parse(readFileSync(place, 'utf8'));
const [issued = '', first = '', ...others] = token.split('~');
const checks = 'signature';

async function ask(line: object): Promise<Record<string, unknown>> {
  const { out } = await runInProcess(['token', 'verify', '--jsonl'], { input: JSON.stringify(line) });
  return JSON.parse(out);
}

describe('an SD-JWT in a line of verify --jsonl', () => {
  it('is read with what it discloses, as verify reads it', async () => {
    const whole = await ask({ token, key, checks });
    expect(whole).toMatchObject({ valid: true, code: 'verified' });
    expect(whole['claims']).toEqual(expected.claims);
    const bare = await ask({ token: `${issued}~`, key, checks });
    expect(bare['valid']).toBe(true);
    expect(bare['claims']).not.toEqual(expected.claims);
  });

  it('is refused with a disclosure that the issuer did not sign for', async () => {
    const [salt = '', ...rest] = JSON.parse(Buffer.from(first, 'base64url').toString());
    const made = Buffer.from(JSON.stringify([`${salt}x`, ...rest])).toString('base64url');
    const forged = [issued, made, ...others].join('~');
    expect(await ask({ token: forged, key, checks })).toMatchObject({ valid: false });
  });

  it('is refused without the proof of its holder where the line asks for one', async () => {
    const asked = { bindingAudience: 'https://verifier.example' };
    expect(await ask({ token: `${issued}~`, key, at: 1_700_000_000, ...asked })).toMatchObject({
      valid: false,
      code: 'claim_missing',
    });
    expect(await ask({ token: issued, key, at: 1_700_000_000, ...asked })).toMatchObject({
      valid: false,
      code: 'claim_missing',
    });
  });
});
