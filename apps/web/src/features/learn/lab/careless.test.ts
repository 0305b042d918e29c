import { generateKeyPair } from '@signet/token/keys';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyCarelessly as algNone } from './careless-alg-none.ts';
import { carelesslyRefused } from './careless-answer.ts';
import { verifyCarelessly as confusion } from './careless-confusion.ts';
import { verifyCarelessly as jku } from './careless-jku.ts';
import { verifyCarelessly as kid } from './careless-kid.ts';
import { verifyCarelessly as replay } from './careless-replay.ts';
import { verifyCarelessly as weakSecret } from './careless-secret.ts';
import { signWithBytes } from './forge.ts';
import { toPem } from './pem.ts';
import { pretendedFiles } from './pretended-files.ts';
import { wishedClaims } from './scene.ts';
import { makeSecret } from './shared-secret.ts';

const claims = wishedClaims({ now: 1_800_000_000 });

describe('the careless verifiers, each with one hole and no other', () => {
  let stranger: string;
  beforeAll(async () => {
    stranger = await signWithBytes({ alg: 'HS256', kid: 'orders-1' }, claims, makeSecret());
  });

  it('refuse a token signed with a key that nobody knows', async () => {
    const pem = await toPem((await generateKeyPair('RS256')).verification.key);
    expect(await algNone(stranger, makeSecret())).toEqual(carelesslyRefused);
    expect(await confusion(stranger, pem)).toEqual(carelesslyRefused);
    expect(await weakSecret(stranger, 'sunshine')).toEqual(carelesslyRefused);
    expect(await kid(stranger, pretendedFiles({ '/srv/keys/orders-1': makeSecret() }))).toEqual(
      carelesslyRefused,
    );
    expect(await jku(stranger, () => undefined)).toEqual(carelesslyRefused);
    expect(await replay(stranger, (await generateKeyPair('ES256')).verification)).toEqual(carelesslyRefused);
  });

  it('verify an RS256 signature rightly where the token asks for RS256', async () => {
    const pem = await toPem((await generateKeyPair('RS256')).verification.key);
    const unsignedRs256 = `${btoa('{"alg":"RS256"}').replace(/=+$/, '')}.${stranger.split('.')[1]}.AAAA`;
    expect(await confusion(unsignedRs256, pem)).toEqual(carelesslyRefused);
  });
});
