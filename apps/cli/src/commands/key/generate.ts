import {
  type AsymmetricAlgorithm,
  algorithmTraits,
  encodeBase64url,
  exportPrivateJwk,
  exportPublicJwk,
  generateKeyPair,
  type Jwk,
  thumbprint,
} from '@signet/token';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { parseAlgorithm } from '../../keys/choose-algorithm.ts';
import {
  deliverPrivate,
  type KeyDestination,
  requireDestination,
  writeKeyFile,
} from '../../keys/key-destination.ts';
import { keyText, parseFormat } from '../../keys/key-format.ts';

export interface GenerateOptions extends CommonOptions, KeyDestination {
  readonly alg: string;
  readonly kid?: string;
  readonly format: string;
  /** A file for the public half. */
  readonly publicOut?: string;
}

interface Generated {
  readonly whole: Jwk;
  /** Absent for a shared secret. */
  readonly open?: Jwk;
}

/** Makes a key. The private half goes where it was asked to go; the public half is printed or written. */
export async function generate(context: Context, options: GenerateOptions): Promise<void> {
  requireDestination(options);
  const format = parseFormat(options.format);
  const { whole, open } = await generated(options);
  await deliverPrivate(context, options, keyText(whole, format));
  if (open !== undefined && options.publicOut !== undefined) {
    await writeKeyFile(options.publicOut, keyText(open, format), 0o644);
  }
  // Standard output holds the private key then, and nothing else, so that it can be piped on.
  if (options.stdout === true) return;
  const { out, publicOut } = options;
  answer(context, options, { out, publicOut, public: open, kid: whole['kid'] }, () =>
    open === undefined ? '' : keyText(open, format),
  );
}

async function generated({ alg, kid }: GenerateOptions): Promise<Generated> {
  const algorithm = parseAlgorithm(alg);
  const { hashBits, kty } = algorithmTraits(algorithm);
  if (kty === 'oct') return generatedSecret(algorithm, hashBits ?? 512, kid);
  const pair = await generateKeyPair(algorithm as AsymmetricAlgorithm);
  const open = await exportPublicJwk(pair.verification);
  const name = { kid: kid ?? (await thumbprint(open)) };
  return { whole: { ...(await exportPrivateJwk(pair.signing)), ...name }, open: { ...open, ...name } };
}

/** As long as the hash, which is as much as HMAC makes use of (RFC 2104 §3). */
function generatedSecret(alg: string, bits: number, kid: string | undefined): Generated {
  const k = encodeBase64url(crypto.getRandomValues(new Uint8Array(bits / 8)));
  return { whole: { kty: 'oct', k, alg, use: 'sig', ...(kid === undefined ? {} : { kid }) } };
}
