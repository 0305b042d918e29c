import type { IssuingAlgorithm, VaultSigner } from '@signet/contracts';
import type { KeySigner } from '@signet/identity/ports';
import { jwkOfText } from '@signet/token/keys';
import type { StoreAnswer } from '../secrets/stores/ask-store.ts';
import { record } from '../secrets/stores/record.ts';
import { StoreFault } from '../secrets/stores/store-fault.ts';
import type { StoreParts } from '../secrets/stores/store-parts.ts';
import { openVaultLine, type VaultLine } from '../secrets/stores/vault/vault-line.ts';
import { createVaultToken, type VaultToken } from '../secrets/stores/vault/vault-token.ts';

/** What the transit engine calls a key of this algorithm, and how it is told to sign (Vault HTTP API, "Sign data"). */
const kinds: Readonly<
  Record<IssuingAlgorithm, { readonly types: readonly string[]; readonly hash: object }>
> = {
  ES256: { types: ['ecdsa-p256'], hash: { hash_algorithm: 'sha2-256' } },
  ES384: { types: ['ecdsa-p384'], hash: { hash_algorithm: 'sha2-384' } },
  RS256: {
    types: ['rsa-2048', 'rsa-3072', 'rsa-4096'],
    hash: { hash_algorithm: 'sha2-256', signature_algorithm: 'pkcs1v15' },
  },
  PS256: {
    types: ['rsa-2048', 'rsa-3072', 'rsa-4096'],
    hash: { hash_algorithm: 'sha2-256', signature_algorithm: 'pss', salt_length: 'hash' },
  },
  EdDSA: { types: ['ed25519'], hash: {} },
};

/**
 * Private keys in the transit engine of Vault: each key of Signet is one version of a key there, which is named when it
 * signs, so that a rotation in Vault by another hand changes nothing that is signed here.
 */
export function createVaultSigner({ mount, keys }: VaultSigner, parts: StoreParts): KeySigner {
  let opened: { readonly line: VaultLine; readonly token: VaultToken } | undefined;

  /** A token may have ended before its time; it is then got anew, once. */
  async function ask(method: 'GET' | 'POST', path: string, body?: object): Promise<StoreAnswer> {
    const line = opened?.line ?? openVaultLine(parts);
    opened ??= { line, token: createVaultToken(line, parts) };
    const { token } = opened;
    const first = await askWith(await token.get());
    return first.status === 403 && token.forget() ? askWith(await token.get()) : first;

    function askWith(value: string): Promise<StoreAnswer> {
      const headers = { ...line.headers, 'x-vault-token': value, 'content-type': 'application/json' };
      const url = `${line.root}/${mount}/${path}`;
      return line.ask({
        url,
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    }
  }

  return {
    async make(algorithm) {
      const name = keys[algorithm];
      if (name === undefined) throw new StoreFault(`identity.keys.signer has no key for ${algorithm}`);
      const rotated = await ask('POST', `keys/${name}/rotate`);
      if (rotated.status !== 200 && rotated.status !== 204)
        throw new StoreFault(`status ${rotated.status} at the rotation of ${name}`);
      const read = await ask('GET', `keys/${name}`);
      if (read.status !== 200) throw new StoreFault(`status ${read.status} at the key ${name}`);
      const { type, latest_version: version, keys: versions } = record(record(read.body)['data']);
      if (!kinds[algorithm].types.includes(String(type)))
        throw new StoreFault(`the key ${name} is of ${String(type)}, which is not for ${algorithm}`);
      if (!Number.isSafeInteger(version)) throw new StoreFault(`the key ${name} has no version`);
      const publicKey = record(record(versions)[String(version)])['public_key'];
      return {
        handle: `${name}:${String(version)}`,
        algorithm,
        publicJwk: await publicJwkOf(publicKey, algorithm),
      };
    },
    async sign({ handle, algorithm }, input) {
      const [, name, version] = /^([A-Za-z0-9][A-Za-z0-9_.-]{0,127}):([0-9]{1,9})$/.exec(handle) ?? [];
      if (name === undefined) throw new StoreFault('a key that is not in the transit engine');
      const { status, body } = await ask('POST', `sign/${name}`, {
        input: Buffer.from(input).toString('base64'),
        key_version: Number(version),
        marshaling_algorithm: 'jws',
        prehashed: false,
        ...kinds[algorithm].hash,
      });
      if (status !== 200) throw new StoreFault(`status ${status} at a signature of ${name}`);
      const { signature } = record(record(body)['data']);
      const [, signedBy, encoded = ''] =
        /^vault:v([0-9]{1,9}):([A-Za-z0-9_+/=-]{1,2048})$/.exec(String(signature)) ?? [];
      if (signedBy !== version) throw new StoreFault(`no signature by version ${version} of ${name}`);
      return new Uint8Array(Buffer.from(encoded, 'base64url'));
    },
  };
}

/** PEM, or of Ed25519 its 32 bytes in base64. */
async function publicJwkOf(text: unknown, algorithm: IssuingAlgorithm) {
  if (typeof text !== 'string') throw new StoreFault('a version without a public key');
  if (algorithm === 'EdDSA') {
    return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(text, 'base64').toString('base64url') };
  }
  const read = await jwkOfText(text);
  if (read.kind === 'refused') throw new StoreFault('a public key that cannot be read');
  const { kty, crv, x, y, n, e } = read.key;
  return kty === 'EC' ? { kty, crv, x, y } : { kty, n, e };
}
