import { createHash } from 'node:crypto';
import { type FillRandom, refusal } from '@signet/contracts';
import { buildAuthorizationUrl } from 'openid-client';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import { callbackPath } from './callback-path.ts';
import type { ForOwnAccount, ProviderCookie } from './provider-cookie.ts';
import type { ProviderDirectory } from './provider-directory.ts';
import { providerFault } from './provider-fault.ts';
import { safeAddress } from './provider-line.ts';

export interface BeginSignInParts {
  readonly issuer: string;
  readonly providers: ProviderDirectory;
  readonly providerCookie: ProviderCookie;
  readonly random: FillRandom;
  readonly reportFault: (error: unknown) => void;
}

export interface BegunSignIn {
  readonly redirectTo: string;
  /** A `Set-Cookie` value. */
  readonly cookie: string;
}

/** Where the provider signs the person in; what comes back is good in this browser alone, and once. */
export async function beginSignIn(
  asked: { readonly provider: string; readonly interaction?: string; readonly own?: ForOwnAccount },
  parts: BeginSignInParts,
): Promise<Outcome<BegunSignIn>> {
  const provider = parts.providers.find(asked.provider);
  if (provider === undefined) return unknown;
  const [state, nonce, verifier] = [secret(parts), secret(parts), secret(parts)];
  try {
    const { client } = await parts.providers.open(provider);
    const target = buildAuthorizationUrl(client, {
      redirect_uri: parts.issuer + callbackPath(provider.id),
      response_type: 'code',
      scope: provider.scopes.join(' '),
      state,
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      // Whoever is signed in there already is asked once more (OpenID Connect Core 1.0 §3.1.2.1).
      ...(asked.own?.to === 'prove' ? { max_age: '0' } : {}),
    });
    const { href } = safeAddress(target.href, provider.issuer);
    const { issuer } = provider;
    const signIn = { stage: 'asked', ...asked, issuer, state, nonce, verifier } as const;
    return passed({ redirectTo: href, cookie: parts.providerCookie.write(signIn) });
  } catch (error) {
    parts.reportFault(providerFault(provider.id, error));
    return unreachable;
  }
}

function secret({ random }: BeginSignInParts): string {
  return Buffer.from(random(new Uint8Array(32))).toString('base64url');
}

const unknown: Denied = denied(refusal('provider_unknown'));
const unreachable: Denied = denied(refusal('provider_unreachable'));
