import { newId } from '@signet/contracts';
import { expect, it } from 'vitest';
import { createKeySealer } from './key-sealer.ts';
import { createModelProviderSealer } from './model-provider-sealer.ts';

const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);
const [first, second] = [1, 2].map((each) => new Uint8Array(32).fill(each));
const parts = { issuer: 'https://login.example', masterKey: first ?? new Uint8Array(32), random };
const wrong = expect.objectContaining({ code: 'master_key_wrong' });

it('opens what it sealed, under the same name and for the same issuer alone', () => {
  const sealer = createModelProviderSealer(parts);
  const sealed = sealer.seal('sk-1', 'openai');
  expect(sealed).not.toContain('sk-1');
  expect(sealer.open(sealed, 'openai')).toEqual({ plain: 'sk-1', current: true });
  expect(() => sealer.open(sealed, 'claude')).toThrow(wrong);
  const elsewhere = createModelProviderSealer({ ...parts, issuer: 'https://other.example' });
  expect(() => elsewhere.open(sealed, 'openai')).toThrow(wrong);
});

it('opens nothing that was sealed for another use of the master key', () => {
  const id = newId('key');
  const sealed = createKeySealer(parts).seal('sk-1', id);
  expect(() => createModelProviderSealer(parts).open(sealed, id)).toThrow(wrong);
});

it('opens what the master key of before sealed, and says that it is to be sealed anew', () => {
  const sealed = createModelProviderSealer(parts).seal('sk-1', 'openai');
  const { masterKey } = parts;
  const next = { ...parts, masterKey: second ?? new Uint8Array(32), previousMasterKey: masterKey };
  expect(createModelProviderSealer(next).open(sealed, 'openai')).toEqual({ plain: 'sk-1', current: false });
});
