import { newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { deriveKey } from './derive-key.ts';
import { createKeySealer, type SealerParts } from './key-sealer.ts';
import { seal } from './seal.ts';

const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
const aMasterKey = () => random(new Uint8Array(32));
const masterKey = aMasterKey();
const id = newId('key');

function sealer(changed: Partial<SealerParts> = {}) {
  return createKeySealer({ issuer: 'https://login.example', masterKey, random, ...changed });
}

const wrong = (text: string) => ({
  refusal: { code: 'master_key_wrong', sentence: expect.stringContaining(text) },
});

const failureOf = (open: () => unknown): unknown => {
  try {
    return open();
  } catch (error) {
    return error;
  }
};

describe('a sealed private key', () => {
  it('opens for the issuer, master key and id that it was sealed for', () => {
    expect(sealer().open(sealer().seal('{"d":1}', id), id)).toEqual({ plain: '{"d":1}', current: true });
  });

  it('does not open for another issuer with the same master key, nor as if it had been made for it', () => {
    const other = sealer({ issuer: 'https://other.example' });
    const sealed = sealer().seal('{"d":1}', id);
    expect(failureOf(() => other.open(sealed, id))).toMatchObject(wrong('https://login.example'));
    const renamed = `2.${Buffer.from('https://other.example').toString('base64url')}.${sealed.split('.')[2]}`;
    expect(failureOf(() => other.open(renamed, id))).toMatchObject(wrong('does not open'));
    for (const stripped of [`2..${sealed.split('.')[2]}`, `${sealed.split('.')[2]}`]) {
      expect(failureOf(() => other.open(stripped, id))).toMatchObject(wrong('does not open'));
    }
  });

  it('does not open under another id', () => {
    const sealed = sealer().seal('{"d":1}', id);
    expect(failureOf(() => sealer().open(sealed, newId('key')))).toMatchObject(wrong('does not open'));
  });

  it('of the first form opens under its id, and is to be sealed anew', () => {
    const old = seal('{"d":1}', deriveKey(masterKey, 'signet key sealing'), id, random);
    expect(sealer().open(old, id)).toEqual({ plain: '{"d":1}', current: false });
    expect(failureOf(() => sealer().open(old, newId('key')))).toMatchObject(wrong('does not open'));
  });

  it('that was made at localhost opens at any port, and once that Signet has a name', () => {
    const sealed = sealer({ issuer: 'http://localhost:9000' }).seal('{"d":1}', id);
    expect(sealer({ issuer: 'http://localhost:9100' }).open(sealed, id).current).toBe(true);
    expect(sealer().open(sealed, id)).toEqual({ plain: '{"d":1}', current: false });
    const named = sealer().seal('{"d":1}', id);
    expect(failureOf(() => sealer({ issuer: 'http://localhost:9000' }).open(named, id))).toMatchObject(
      wrong('https://login.example'),
    );
  });

  it('opens with the master key and for the issuer of before, where they are given', () => {
    const sealed = sealer().seal('{"d":1}', id);
    const anew = { masterKey: aMasterKey(), issuer: 'https://id.example' };
    const before = { previousMasterKey: masterKey, previousIssuer: 'https://login.example' };
    expect(sealer({ ...anew, ...before }).open(sealed, id)).toEqual({ plain: '{"d":1}', current: false });
    for (const lacking of ['previousMasterKey', 'previousIssuer']) {
      const given = { ...anew, ...before, [lacking]: undefined };
      expect(failureOf(() => sealer(given).open(sealed, id))).toMatchObject({
        refusal: { code: 'master_key_wrong' },
      });
    }
  });
});
