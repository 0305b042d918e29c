import { type DescribedKey, describeKey } from '@signet/token/describe-key';
import type { Finding } from '../../../../parts/token-view/model/inspection.ts';
import { toAdvice } from './advice-finding.ts';

/** One key in the reader's text, in words. */
export interface KeyFacts {
  readonly name?: string;
  /** Kind and size, such as "RSA public key of 2048 bits". */
  readonly kind: string;
  readonly fits: readonly string[];
  /** RFC 7638, SHA-256 in base64url; absent for shared secrets, of which it would give something away. */
  readonly thumbprint?: string;
  /** Whose certificate it is, and how long that lasts; not verified. */
  readonly certificate?: DescribedKey['certificate'];
  /** True where this key made the signature match. */
  readonly matched: boolean;
}

export interface KeyDescription {
  readonly isSet: boolean;
  readonly keys: readonly KeyFacts[];
  /** The public half as text, where the reader gave a private key. */
  readonly publicHalf?: string;
  /** What is weak about the keys. */
  readonly weaknesses: readonly Finding[];
}

const nothing: KeyDescription = { isSet: false, keys: [], weaknesses: [] };

export interface DescribeOptions {
  /** Opens an encrypted PEM file; empty where none was given. */
  readonly password: string;
  /** Which of the keys verified, where one did. */
  readonly matched?: number;
  /** Milliseconds since 1970, for certificates. */
  readonly now: number;
}

/** Describes the text in the key field. */
export async function describeKeys(
  text: string,
  { password, matched, now }: DescribeOptions,
): Promise<KeyDescription> {
  const described = await describeKey(text, { now: Math.floor(now / 1000), password });
  if (described.kind === 'refused') return nothing;
  const { isSet, keys } = described;
  const [only] = keys;
  // How a secret is to be read is the reader's choice, so its size is not known from the text alone.
  if (!isSet && only?.half === 'secret') return nothing;
  const half = !isSet && only?.half === 'private' ? only.publicJwk : undefined;
  return {
    isSet,
    keys: keys.map((key, index) => factsOf(key, index === matched)),
    weaknesses: keys.flatMap(({ weaknesses }) => weaknesses.map(toAdvice)),
    ...(half && { publicHalf: JSON.stringify(half, null, 2) }),
  };
}

function factsOf(key: DescribedKey, matched: boolean): KeyFacts {
  const { kid, name, algorithms, thumbprint: print, certificate } = key;
  return {
    ...(kid !== undefined && { name: kid }),
    kind: name,
    fits: algorithms,
    ...(print !== undefined && { thumbprint: print }),
    ...(certificate && { certificate }),
    matched,
  };
}
