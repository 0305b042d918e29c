import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExactly } from '../json/parse-exactly.ts';
import { inspectToken } from '../jws/inspect-token.ts';
import { openInspectionKeys } from '../jws/inspection-keys.ts';
import type { Making } from '../jws/making.ts';
import { type GivenKey, readGivenKeys } from '../keys/given-key.ts';
import type { Jwk } from '../keys/key.ts';
import { makeKey } from '../keys/make-key.ts';
import { keyOf } from '../testing/keys.ts';
import type { ClaimPath } from './claim-path.ts';
import { issueSdJwt } from './issue-sd-jwt.ts';
import { presentSdJwt } from './present-sd-jwt.ts';
import { readSdJwt } from './read-sd-jwt.ts';
import type { SdJwt } from './sd-jwt.ts';
import type { SdJwtDraft } from './sd-jwt-draft.ts';

const issuer = keyOf(await makeKey({ algorithm: 'HS256' })).whole;
const holder = keyOf(await makeKey({ algorithm: 'ES256' }));
const header = '{"alg":"HS256","typ":"example+sd-jwt"}';
const claims = `{"sub":"ada", "big": 12345678901234567890,
  "address":{"street":"Main","city":"Ulm"},"nationalities":["DE","FR"],"exp":9}`;

function given(jwk: Jwk): GivenKey {
  const [first] = keyOf(readGivenKeys(jwk)).keys;
  if (first === undefined) throw new Error('no key');
  return first;
}

function issue(paths: readonly ClaimPath[], more: Partial<SdJwtDraft> = {}): Promise<Making> {
  return issueSdJwt({ claims, paths, protectedHeader: header, key: given(issuer), ...more });
}

function tokenOf(making: Making): string {
  if (making.kind === 'refused') throw new Error(`${making.refusal.code}: ${making.refusal.member}`);
  return making.token;
}

async function read(text: string): Promise<SdJwt> {
  const found = await readSdJwt(text);
  if (found === undefined) throw new Error('no SD-JWT');
  return found;
}

async function verdictOf(token: string, key: Jwk): Promise<string> {
  const keys = openInspectionKeys(keyOf(readGivenKeys(key)));
  return (await inspectToken(token, { keys, checks: 'signature', now: 0 })).verdict.verdict;
}

const all = [['sub'], ['big'], ['address'], ['address', 'street'], ['nationalities', 1]] as const;

describe('issueSdJwt', () => {
  it('hides members, elements and what is inside them, and gives all back when all is shown', async () => {
    const token = tokenOf(await issue(all));
    const sdJwt = await read(token);
    expect(sdJwt.claims).toEqual(parseExactly(claims));
    expect(sdJwt).toMatchObject({ undisclosed: 0, findings: [] });
    expect(sdJwt.disclosures.map(({ path }) => path).toSorted()).toEqual(
      ['address', 'address.street', 'big', 'nationalities[1]', 'sub'].toSorted(),
    );
    const [issued = ''] = token.split('~');
    expect(await verdictOf(issued, issuer)).toBe('verified');
    expect((await read(`${issued}~`)).claims).toEqual({ nationalities: ['DE'], exp: 9 });
  });

  it('keeps every digit of a number that it hides', async () => {
    const texts = tokenOf(await issue(all))
      .split('~')
      .map((each) => Buffer.from(each, 'base64url').toString());
    expect(texts.some((text) => text.endsWith('"big", 12345678901234567890]'))).toBe(true);
  });

  it('signs the claims as they were written where nothing is hidden', async () => {
    const [issued = ''] = tokenOf(await issue([])).split('~');
    expect(Buffer.from(issued.split('.')[1] ?? '', 'base64url').toString()).toBe(claims);
  });

  it.each(['sha-256', 'sha-384', 'sha-512'] as const)('digests with %s', async (hash) => {
    const sdJwt = await read(tokenOf(await issue(all, { hash })));
    expect(sdJwt).toMatchObject({ undisclosed: 0, findings: [] });
    expect(sdJwt.claims).toEqual(parseExactly(claims));
  });

  it('adds decoys that look like what is held back, in objects and arrays', async () => {
    const sdJwt = await read(tokenOf(await issue([['sub'], ['nationalities', 0]], { decoys: 3 })));
    expect(sdJwt).toMatchObject({ undisclosed: 6, findings: [] });
    expect(sdJwt.claims).toEqual(parseExactly(claims));
  });

  it('takes its salts from the randomness that it is given, and no salt twice', async () => {
    let count = 0;
    const random = (length: number) => {
      count += 1;
      return new Uint8Array(length).fill(count);
    };
    const [, ...disclosures] = tokenOf(await issue(all, { random }))
      .split('~')
      .slice(0, -1);
    const salts = disclosures.map((each) => JSON.parse(Buffer.from(each, 'base64url').toString())[0]);
    expect(salts[0]).toBe(Buffer.alloc(16, 1).toString('base64url'));
    expect(new Set(salts).size).toBe(all.length);
  });

  it('warns where a limit of the token could be held back', async () => {
    expect(await issue([['exp']])).toMatchObject({ warnings: [expect.stringMatching(/^exp limits/)] });
    expect(await issue([['address']])).toMatchObject({ warnings: [] });
  });

  it.each([
    ['a path to nothing', { paths: [['phone']] }],
    ['an index beyond the array', { paths: [['nationalities', 2]] }],
    ['the whole payload', { paths: [[]] }],
    ['a claim called _sd', { claims: '{"a":{"_sd":[]}}', paths: [] }],
    ['a claim called ...', { claims: '{"a":[{"...":"x"}]}', paths: [] }],
    ['two holders', { claims: '{"cnf":{}}', paths: [], holder: holder.whole }],
    ['decoys beyond measure', { paths: [['sub']], decoys: 101 }],
    ['half a decoy', { paths: [['sub']], decoys: 0.5 }],
    ['claims nested too deep', { claims: `${'{"a":'.repeat(61)}1${'}'.repeat(61)}`, paths: [] }],
    ['more paths than can be', { paths: Array.from({ length: 1001 }, () => ['sub']) }],
  ])('refuses %s', async (_, draft: Partial<SdJwtDraft>) => {
    expect(await issue([], draft)).toMatchObject({ kind: 'refused', refusal: { code: 'claim_invalid' } });
  });

  it('refuses claims that are no JSON object, and a key that cannot sign', async () => {
    expect(await issue([], { claims: '[]' })).toMatchObject({ refusal: { code: 'token_malformed' } });
    expect(await issue([], { key: given(holder.open ?? {}) })).toMatchObject({ kind: 'refused' });
  });
});

describe('any claims, any paths', () => {
  const name = fc.string({ maxLength: 6 }).filter((text) => !['_sd', '...', '_sd_alg'].includes(text));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 0 }), tie('array'), tie('object')),
    array: fc.array(tie('value'), { maxLength: 4 }),
    object: fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  }));
  const draft = fc.record({
    claims: fc.dictionary(name, value, { minKeys: 1, maxKeys: 5 }).map((each) => JSON.stringify(each)),
    picks: fc.infiniteStream(fc.boolean()),
    decoys: fc.nat({ max: 2 }),
  });

  it('come back whole when all is shown, and hold nothing of what is not', async () => {
    await fc.assert(
      fc.asyncProperty(draft, async ({ claims: text, picks, decoys }) => {
        const paths = pathsOf(JSON.parse(text)).filter(() => picks.next().value === true);
        const token = tokenOf(await issue(paths, { claims: text, decoys }));
        expect((await read(token)).claims).toEqual(parseExactly(text));
        const bare = await read(tokenOf(await presentSdJwt(token, { digests: [] })));
        expect(bare.claims).toEqual(without(parseExactly(text), paths));
        expect(bare.findings).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('presentSdJwt', () => {
  it('shows a choice, with what the choice stands in', async () => {
    const token = tokenOf(await issue(all));
    const street = (await read(token)).disclosures.find(({ path }) => path === 'address.street');
    const shown = tokenOf(await presentSdJwt(token, { digests: [street?.digest ?? ''] }));
    expect((await read(shown)).claims).toEqual({
      address: { street: 'Main', city: 'Ulm' },
      nationalities: ['DE'],
      exp: 9,
    });
  });

  it('proves with the key of the holder that the choice is theirs', async () => {
    const token = tokenOf(await issue(all, { holder: holder.whole }));
    const keyBinding = {
      key: given(holder.whole),
      algorithm: 'ES256',
      audience: 'shop',
      nonce: 'n',
      issuedAt: 7,
    };
    const digests = (await read(token)).disclosures.slice(0, 2).map(({ digest }) => digest);
    const bound = tokenOf(await presentSdJwt(token, { digests, keyBinding }));
    const sdJwt = await read(bound);
    expect(sdJwt).toMatchObject({ keyBinding: { sdHash: 'right' }, findings: [] });
    const { d: _d, ...cnf } = holder.whole;
    const { alg: _alg, use: _use, ...jwk } = cnf;
    expect(sdJwt.claims).toMatchObject({ cnf: { jwk } });
    expect(JSON.stringify(sdJwt.claims)).not.toContain(String(holder.whole['d']));
    expect(await verdictOf(bound.split('~').at(-1) ?? '', jwk)).toBe('verified');
    const again = tokenOf(await presentSdJwt(bound, { digests: digests.slice(1) }));
    expect(again.endsWith('~')).toBe(true);
    expect((await read(again)).keyBinding).toBeUndefined();
  });

  it('warns of a key binding that binds to nothing', async () => {
    const keyBinding = {
      key: given(holder.whole),
      algorithm: 'ES256',
      audience: 'a',
      nonce: 'n',
      issuedAt: 7,
    };
    const making = await presentSdJwt(tokenOf(await issue(all)), { digests: [], keyBinding });
    expect(making).toMatchObject({ kind: 'made', warnings: [expect.stringMatching(/bound .* to no key/)] });
  });

  it('refuses a disclosure that is not there, and what is no SD-JWT', async () => {
    const token = tokenOf(await issue(all));
    expect(await presentSdJwt(token, { digests: ['x'] })).toMatchObject({ kind: 'refused' });
    expect(await presentSdJwt('a.b.c', { digests: [] })).toMatchObject({ kind: 'refused' });
  });
});

function pathsOf(value: unknown, path: ClaimPath = []): readonly ClaimPath[] {
  if (typeof value !== 'object' || value === null) return [];
  const steps = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return steps.flatMap(([step, inner]) => [[...path, step], ...pathsOf(inner, [...path, step])]);
}

/** Said another way than the code under test says it: the claims without all that stands at a path or below it. */
function without(value: unknown, paths: readonly ClaimPath[], path: ClaimPath = []): unknown {
  const isHidden = (step: string | number) =>
    paths.some((each) => JSON.stringify(each) === JSON.stringify([...path, step]));
  if (Array.isArray(value))
    return value.flatMap((item, index) => (isHidden(index) ? [] : [without(item, paths, [...path, index])]));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([step]) => !isHidden(step));
  return Object.fromEntries(kept.map(([step, inner]) => [step, without(inner, paths, [...path, step])]));
}
