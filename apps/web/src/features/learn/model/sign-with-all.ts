import { algorithmTraits, generateKeyPair, type SignatureAlgorithm } from '@signet/token/keys';
import { parseCompactJws } from '@signet/token/parse';
import { signToken } from '@signet/token/sign';
import { makeSecret, signHonestly } from '../lab/shared-secret.ts';

/** The same claims under one algorithm. */
export interface SignedSample {
  readonly algorithm: SignatureAlgorithm;
  readonly family: string;
  readonly symmetric: boolean;
  /** Absent where the browser lacks the algorithm. */
  readonly sizes?: { readonly signatureBytes: number; readonly tokenBytes: number };
}

type Claims = Readonly<Record<string, unknown>>;

const asymmetric = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;

/** Signs claims with HS256 and with four asymmetric algorithms, each with a new key. */
export async function signWithAll(claims: Claims): Promise<readonly SignedSample[]> {
  const shared = await signHonestly(claims, makeSecret());
  const others = await Promise.all(asymmetric.map((algorithm) => signWith(algorithm, claims)));
  return [sample('HS256', shared.token), ...others];
}

async function signWith(algorithm: (typeof asymmetric)[number], claims: Claims): Promise<SignedSample> {
  try {
    const { signing } = await generateKeyPair(algorithm);
    return sample(algorithm, await signToken(claims, { key: signing, type: 'at+jwt' }));
  } catch (error) {
    // Web Crypto says so where it lacks an algorithm; Ed25519 came late to browsers.
    if (error instanceof DOMException && error.name === 'NotSupportedError') return sample(algorithm);
    throw error;
  }
}

function sample(algorithm: SignatureAlgorithm, token?: string): SignedSample {
  const { family } = algorithmTraits(algorithm);
  const named = { algorithm, family, symmetric: family === 'HMAC' };
  const parsed = token === undefined ? undefined : parseCompactJws(token);
  if (token === undefined || parsed?.verdict !== 'verified') return named;
  return { ...named, sizes: { signatureBytes: parsed.token.signature.length, tokenBytes: token.length } };
}
