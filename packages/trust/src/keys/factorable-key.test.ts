import { exportPublicJwk, generateKeyPair, publicHalf } from '@signet/token/keys';
import { makeRocaKey } from '@signet/token/testing/roca-key';
import { expect, it } from 'vitest';
import { importKeys } from './import-keys.ts';

it('a key of an issuer that anybody can factor (ROCA) is none to verify with, and the others are', async () => {
  const sound = await exportPublicJwk((await generateKeyPair('RS256', 'sound')).verification);
  const roca = makeRocaKey('old-card');
  const { alg: _alg, ...unpinned } = publicHalf(roca);
  const document = JSON.stringify({ keys: [publicHalf(roca), { ...unpinned, kid: 'unpinned' }, sound] });
  const { keys } = await importKeys(document, ['RS256', 'PS256']);
  expect(new Set(keys.map(({ kid }) => kid))).toEqual(new Set(['sound']));
});
