import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { parseToken } from '../parse/parse-token.ts';
import { publishedVectors } from '../testing/published-vectors.ts';
import { rawToken } from '../testing/raw-token.ts';
import { checkProfile } from './check-profile.ts';

const proofs = publishedVectors('jws').filter(({ source }) => source.startsWith('RFC 9449'));
const [forToken, forResource] = ['RFC 9449 §5', 'RFC 9449 §7.1'].map((section) => {
  const token = proofs.find(({ source }) => source === section)?.token;
  return parseToken(String(token));
});
const none = parseToken('');

describe('DPoP proofs published in RFC 9449', () => {
  it('fit the token request they were made for', async () => {
    const expected = { method: 'POST', url: 'https://server.example.com/token', now: 1_562_262_616 };
    expect(await checkProfile(forToken ?? none, 'dpop-proof', expected)).toEqual([]);
  });

  it('fit the request to a resource, the access token (ath) and no other', async () => {
    const request = {
      method: 'GET',
      url: 'https://resource.example.org/protectedresource',
      now: 1_562_262_618,
    };
    const accessToken = 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU';
    expect(await checkProfile(forResource ?? none, 'dpop-proof', { ...request, accessToken })).toEqual([]);
    const other = await checkProfile(forResource ?? none, 'dpop-proof', {
      ...request,
      accessToken: 'another',
    });
    expect(other.map(({ rule }) => rule)).toEqual(['dpop-proof/ath-unexpected']);
  });

  it('are made with the key that the published jkt names', async () => {
    const bound = (jkt: string): string =>
      rawToken('{"alg":"ES256"}', JSON.stringify({ cnf: { jkt } }), 'signature');
    const check = async (jkt: string): Promise<readonly string[]> => {
      const findings = await checkProfile(forResource ?? none, 'dpop-proof', {
        now: 1_562_262_618,
        accessToken: bound(jkt),
      });
      return findings.map(({ rule }) => rule).filter((rule) => rule.includes('jkt'));
    };
    expect(await check('0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I')).toEqual([]);
    expect(await check(encodeBase64url(new Uint8Array(32)))).toEqual(['dpop-proof/jkt-unexpected']);
  });
});
