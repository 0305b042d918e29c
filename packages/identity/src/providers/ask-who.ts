import { readEmailAddress } from '@signet/contracts';
import { authorizationCodeGrant, fetchUserInfo, type IDToken } from 'openid-client';
import { type Held, type ProviderPerson, providerSignInLifetime } from './provider-cookie.ts';
import { type KnownProvider, type OpenProvider, tolerance } from './provider-directory.ts';

/** OpenID Connect Core 1.0 §2: at most 255 ASCII characters. */
const subjectForm = /^[\x20-\x7e]{1,255}$/;

/**
 * Exchanges the code that came. State, issuer (RFC 9207), nonce, audience, times and signature are the library's to check.
 * @throws Error where one of them is wrong, or no answer comes
 */
export async function askWho(
  came: URL,
  asked: Held<'asked'>,
  { provider, opened }: { readonly provider: KnownProvider; readonly opened: OpenProvider },
): Promise<ProviderPerson> {
  const { client } = opened;
  const tokens = await authorizationCodeGrant(client, came, {
    expectedState: asked.state,
    expectedNonce: asked.nonce,
    pkceCodeVerifier: asked.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined || !subjectForm.test(claims.sub)) throw new Error('sub is not what it must be');
  if (asked.own?.to === 'prove' && !isNew(claims, asked))
    throw new Error('auth_time is of before the request');
  const isElsewhere = claims['email'] === undefined && provider.scopes.includes('email');
  const isAsked = isElsewhere && client.serverMetadata().userinfo_endpoint !== undefined;
  const told = isAsked ? await fetchUserInfo(client, tokens.access_token, claims.sub) : claims;
  return {
    issuer: provider.issuer,
    subject: claims.sub,
    ...addressIn(told),
    ...nameIn({ ...claims, ...told }),
  };
}

/** A provider that did not ask anew has not proved anything. */
function isNew({ auth_time: at }: IDToken, { until }: Held<'asked'>): boolean {
  const askedAt = (until - providerSignInLifetime) / 1000;
  return typeof at === 'number' && at >= Math.floor(askedAt) - tolerance;
}

type Claims = Readonly<Partial<IDToken>>;

/** Only `true` is true: some providers write the word. */
function addressIn(claims: Claims): Pick<ProviderPerson, 'email' | 'emailVerified'> {
  const { email, email_verified: verified } = claims;
  const address = typeof email === 'string' ? readEmailAddress(email) : undefined;
  return address === undefined
    ? { emailVerified: false }
    : { email: address, emailVerified: verified === true };
}

const longestName = 64;

function nameIn({ preferred_username: name }: Claims): Pick<ProviderPerson, 'name'> {
  return typeof name === 'string' && name !== '' ? { name: name.slice(0, longestName) } : {};
}
