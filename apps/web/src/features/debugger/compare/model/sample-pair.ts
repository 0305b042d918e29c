import { generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import type { Sides } from './compare.ts';

const lifetime = 15 * 60;

/**
 * An access token and the one that followed it, when the customer had become a seller as well.
 * @param now milliseconds since 1970
 */
export async function makeSamplePair(now: number): Promise<Sides<string>> {
  const { signing } = await generateKeyPair('ES256', 'sample-1');
  const issue = (at: number, granted: Readonly<Record<string, unknown>>): Promise<string> =>
    signToken({ ...statement, ...granted, iat: at, exp: at + lifetime }, { key: signing, type: 'at+jwt' });
  const seconds = Math.floor(now / 1000);
  const [first, second] = await Promise.all([
    issue(seconds - lifetime, { scope: 'orders:read', roles: ['customer'], jti: 'tok_01HZX3R8M2' }),
    issue(seconds, {
      scope: 'orders:read orders:write',
      roles: ['customer', 'seller'],
      jti: 'tok_01HZX4C1QP',
      org_id: 'org_58',
    }),
  ]);
  return { first, second };
}

const statement = {
  iss: 'https://login.example',
  sub: 'usr_7Qm2vK9xTz',
  aud: 'https://api.example/orders',
  client_id: 'web-shop',
} as const;
