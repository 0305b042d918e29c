import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { readGivenKeys } from '../keys/given-key.ts';
import { fuzzRuns } from '../testing/fuzz/fuzz-runs.ts';
import {
  ecSigner,
  edwardsSigner,
  hmacSigner,
  latticeSigner,
  rsaSigner,
  type Signer,
} from '../testing/signers.ts';
import { inspectToken } from './inspect-token.ts';
import { openInspectionKeys } from './inspection-keys.ts';

const signers: readonly Signer[] = [
  ...['HS256', 'HS384', 'HS512'].map(hmacSigner),
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map(rsaSigner),
  ecSigner('ES256', 'P-256', 'sha256'),
  ecSigner('ES384', 'P-384', 'sha384'),
  ecSigner('ES512', 'P-521', 'sha512'),
  ecSigner('ES256K', 'secp256k1', 'sha256'),
  edwardsSigner('EdDSA', 'ed25519'),
  edwardsSigner('Ed25519', 'ed25519'),
  edwardsSigner('Ed448', 'ed448'),
  ...(['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'] as const).map(latticeSigner),
];

const payload = '{"sub":"ada"}';

interface Form {
  readonly name: string;
  readonly header?: object;
  readonly body: string;
  /** The text of the token, from its three parts. */
  readonly write: (header: string, body: string, signature: string) => string;
  readonly detached?: string;
}

const body = encodeBase64url(payload);
const forms: readonly Form[] = [
  { name: 'compact', body, write: (...parts) => parts.join('.') },
  {
    name: 'flattened',
    body,
    write: (head, text, signature) => JSON.stringify({ payload: text, protected: head, signature }),
  },
  {
    name: 'general',
    body,
    write: (head, text, signature) =>
      JSON.stringify({ payload: text, signatures: [{ protected: head, signature }] }),
  },
  { name: 'detached', body, write: (head, _, signature) => `${head}..${signature}`, detached: payload },
  {
    name: 'unencoded',
    header: { b64: false, crit: ['b64'] },
    body: payload,
    write: (head, _, signature) => `${head}..${signature}`,
    detached: payload,
  },
];

describe.each(signers)('a token signed by $alg', (signer) => {
  it.each(forms)('verifies in its $name form, and not with any one bit changed', async (form) => {
    const head = encodeBase64url(JSON.stringify({ alg: signer.alg, ...form.header }));
    const token = form.write(head, form.body, signer.sign(`${head}.${form.body}`));
    expect(await verdictOf(token, signer, form.detached)).toBe('verified');
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.nat(6), async (at, bit) => {
        expect(await verdictOf(withBitChanged(token, at, bit), signer, form.detached)).toBe('refused');
      }),
      fuzzRuns(30),
    );
    if (form.detached === undefined) return;
    for (let at = 0; at < payload.length; at += 1)
      expect(await verdictOf(token, signer, withBitChanged(payload, at, at % 7))).toBe('refused');
  });
});

function withBitChanged(text: string, at: number, bit: number): string {
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1);
}

async function verdictOf(token: string, { jwk }: Signer, detached: string | undefined): Promise<string> {
  const given = readGivenKeys(jwk);
  if (given.kind === 'refused') throw new Error(given.refusal.code);
  const beside = detached === undefined ? {} : { payload: detached };
  const policy = { keys: openInspectionKeys(given.key), checks: 'signature', now: 0, ...beside } as const;
  return (await inspectToken(token, policy)).verdict.verdict;
}
