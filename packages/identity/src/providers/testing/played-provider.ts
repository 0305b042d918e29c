import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { AskServer } from '@signet/trust';
import { Browser } from '../../oidc/testing/app-under-test.ts';
import {
  addAda,
  type IdentityUnderTest,
  identityUnderTest,
  secretOfReferences,
} from '../../testing/identity-under-test.ts';
import { adasAddress, begin, other, otherIssuer } from './two-signets.ts';

/** How a provider that a test plays answers, where it is otherwise than it should be. */
export interface Played {
  readonly discovery?: object;
  readonly claims?: object;
  readonly header?: object;
  /** By which key the ID token is signed: the published one, another, a secret that both know, or none. */
  readonly by?: 'own' | 'another' | 'secret' | 'nobody';
  /** Answers in place of the provider; `undefined` leaves it to answer. */
  readonly answer?: (path: string) => Response | undefined;
}

/** One Signet, a provider that says whatever it is told to, and a browser. */
export interface PlayedTest extends IdentityUnderTest {
  readonly browser: Browser;
  /** What the provider was asked: method and path. */
  readonly asked: readonly string[];
  play(played: Played): void;
  /** Begins, and answers where the browser comes back. @param changed parameters, `undefined` for none */
  comeBack(changed?: Readonly<Record<string, string | undefined>>): Promise<string>;
}

const keyOf = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

export async function playedTest(): Promise<PlayedTest> {
  const [own, another] = [keyOf(), keyOf()];
  const asked: string[] = [];
  let played: Played = {};
  let nonce = '';

  function idToken(now: number): string {
    const seconds = Math.floor(now / 1000);
    const claims = {
      iss: otherIssuer,
      aud: 'here',
      sub: 'ada-there',
      iat: seconds,
      exp: seconds + 300,
      nonce,
      email: adasAddress,
      email_verified: true,
      ...played.claims,
    };
    const { by = 'own' } = played;
    const alg = by === 'secret' ? 'HS256' : by === 'nobody' ? 'none' : 'ES256';
    const text = [{ alg, kid: 'k1', ...played.header }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${text}.${signatureOf(text, by, { own: own.privateKey, another: another.privateKey })}`;
  }

  const askServer: AskServer = async (url, { method }) => {
    const { pathname } = new URL(url);
    asked.push(`${method} ${pathname}`);
    const instead = played.answer?.(pathname);
    if (instead !== undefined) return instead;
    if (pathname.startsWith('/.well-known')) return Response.json({ ...discovery, ...played.discovery });
    if (pathname === '/keys') {
      const jwk = own.publicKey.export({ format: 'jwk' });
      return Response.json({ keys: [{ ...jwk, kid: 'k1', alg: 'ES256', use: 'sig' }] });
    }
    const tokens = {
      access_token: 'an-access-token-of-there',
      token_type: 'Bearer',
      id_token: idToken(test.now()),
    };
    return Response.json(tokens);
  };
  const test = await identityUnderTest({ askServer });
  test.configure({ providers: { other } });
  await addAda(test.identity);
  const ada = await test.accounts.findByUsername('ada');
  if (ada) await test.stores.emails.put({ accountId: ada.id, address: adasAddress, verified: true });
  // Accounts are listed from the oldest on.
  test.pass(1000);
  const browser = new Browser(test.app);
  return {
    ...test,
    browser,
    asked,
    play: (next) => {
      played = next;
    },
    async comeBack(changed = {}) {
      const target = await begin(browser);
      nonce = target.searchParams.get('nonce') ?? '';
      const state = target.searchParams.get('state') ?? '';
      const given = Object.entries({ code: 'a-code-of-there', state, iss: otherIssuer, ...changed });
      const search = new URLSearchParams(
        given.filter((pair): pair is [string, string] => pair[1] !== undefined),
      );
      return `/auth/providers/other/callback?${search}`;
    },
  };
}

const discovery = {
  issuer: otherIssuer,
  authorization_endpoint: `${otherIssuer}/authorize`,
  token_endpoint: `${otherIssuer}/token`,
  jwks_uri: `${otherIssuer}/keys`,
  id_token_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
  authorization_response_iss_parameter_supported: true,
};

function signatureOf(
  text: string,
  by: NonNullable<Played['by']>,
  keys: { readonly own: KeyObject; readonly another: KeyObject },
): string {
  if (by === 'nobody') return '';
  if (by === 'secret') return createHmac('sha256', secretOfReferences).update(text).digest('base64url');
  return sign('sha256', Buffer.from(text), { key: keys[by], dsaEncoding: 'ieee-p1363' }).toString(
    'base64url',
  );
}
