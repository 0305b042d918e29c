import { createHash } from 'node:crypto';
import type { Jwk } from '@signet/token/keys';
import { parseToken } from '@signet/token/parse';
import { checkProfile, profileNames } from '@signet/token/profiles';
import { describe, expect, it } from 'vitest';
import { accessTokenHash } from './access-token-hash.ts';
import { type DraftKey, makeDraftKey, publicJwkOf } from './draft-key.ts';
import { setMember } from './edit-json.ts';
import { readKeyText } from './key-text.ts';
import type { PresetName } from './presets.ts';
import { signDraft } from './sign-draft.ts';
import { carryKey, nameKey, startDraft } from './start-draft.ts';

const now = 1_764_000_000;

async function draftOf(name: PresetName) {
  const key = await makeDraftKey('ES256');
  const publicJwk = await publicHalfOf(key);
  return { key, ...startDraft(name, { algorithm: 'ES256', kid: 'k1', publicJwk }, now, 'id-1') };
}

async function publicHalfOf(key: DraftKey): Promise<Jwk | undefined> {
  const read = await readKeyText(key);
  if (read.kind === 'refused') throw new Error(read.refusal.sentence);
  return publicJwkOf(read.key, key.algorithm, undefined);
}

describe('a draft to start from', () => {
  it.each(profileNames)('is what its profile wants: %s', async (name) => {
    const signed = await signDraft(await draftOf(name));
    if (signed.kind === 'refused') throw new Error(signed.sentence);
    const checked = await checkProfile(parseToken(signed.token), name, { now });
    expect(checked).toEqual([]);
  });

  it('carries the public key of a proof, and nothing private', async () => {
    const { header, key } = await draftOf('dpop-proof');
    const { jwk, kid } = JSON.parse(header);
    const { x, y } = JSON.parse(key.text);
    expect(jwk).toEqual({ kty: 'EC', crv: 'P-256', x, y });
    expect(kid).toBeUndefined();
  });
});

describe('the key that a header names', () => {
  it('is carried in step in a proof, and every other character stays', async () => {
    const { header } = await draftOf('dpop-proof');
    const kept = setMember(header, 'n', '100002348117421473');
    const other = await makeDraftKey('EdDSA');
    const publicJwk = await publicHalfOf(other);
    const changed = nameKey(kept, { algorithm: 'EdDSA', kid: 'k2', publicJwk });
    expect(JSON.parse(changed)).toMatchObject({ alg: 'EdDSA', jwk: { crv: 'Ed25519' } });
    expect(changed).toContain('"n": 100002348117421473');
    expect(changed).not.toContain('"kid"');
  });

  it('is left alone in other headers that carry one', async () => {
    const publicJwk = await publicHalfOf(await makeDraftKey('ES256'));
    const header = '{"alg":"ES256","typ":"JWT","jwk":{}}';
    expect(carryKey(header, publicJwk)).toBe(header);
  });
});

describe('the hash of an access token', () => {
  it('is that of the text as it is sent, without blanks around', async () => {
    const expected = createHash('sha256').update('abc.def.ghi').digest('base64url');
    expect(await accessTokenHash(' abc.def.ghi\n')).toBe(expected);
  });
});
